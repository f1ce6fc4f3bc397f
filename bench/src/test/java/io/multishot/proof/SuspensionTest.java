package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wait-freedom: each operation comes to its end in so many steps of its own, whatever the other
 * half does, and wherever that stops for ever.
 */
class SuspensionTest {

  // Steps are accesses to what is shared. The most: a sender that leaves its shot to a future,
  // which
  // is done, and runs an inline executor's handler; a group's waker.
  private static final int MOST_OF_SENDER = 53;
  private static final int MOST_OF_RECEIVER = 36;

  private static final int PREEMPTIONS = 1;

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String received : Suspension.ofReceiver()) {
      for (String sent : Suspension.ofSender()) {
        pairs.add(Arguments.arguments(received, sent));
      }
    }
    return pairs.stream();
  }

  static Stream<Arguments> pairsThatMayWait() {
    return pairs().filter(SuspensionTest::mayWait);
  }

  static Stream<Arguments> pairsThatNeverWait() {
    return pairs().filter(pair -> !mayWait(pair));
  }

  private static boolean mayWait(Arguments pair) {
    return Suspension.mayWait((String) pair.get()[0], (String) pair.get()[1]);
  }

  @ParameterizedTest(name = "{0} while {1} is suspended")
  @MethodSource("pairs")
  void theReceiverNeverWaitsForTheSender(String received, String sent) {
    assertTrue(steps(received, sent, "sender", "receiver") <= MOST_OF_RECEIVER);
  }

  @ParameterizedTest(name = "{1} while {0} is suspended")
  @MethodSource("pairsThatNeverWait")
  void theSenderNeverWaitsForTheReceiver(String received, String sent) {
    assertTrue(steps(received, sent, "receiver", "sender") <= MOST_OF_SENDER);
  }

  /** One exception: it waits until its abandon waker has run. */
  @ParameterizedTest(name = "{1} while {0} is suspended")
  @MethodSource("pairsThatMayWait")
  void theSenderWaitsForItsAbandonWaker(String received, String sent) {
    Verdict verdict = checker(received, sent).suspending("receiver").check();
    assertNotNull(verdict.failure());
    assertEquals("livelock: sender has made 1000 steps", verdict.failure().cause().getMessage());
  }

  /** Whoever claims a future may stop: the sender leaves its outcome there. */
  @Test
  void theSenderNeverWaitsForWhoeverCompletesTheFuture() {
    Verdict verdict = suspendingOther("Promising.WhatHoldsAReference").check().orThrow();
    assertTrue(verdict.isExhausted());
  }

  /** The other exception: the owner waits until the future is settled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Promising.WithdrawnAndCancelled",
        "Promising.RenewedAndCancelledBeforeAnyoneSends",
        "Promising.ClosedAndCancelled"
      })
  void theOwnerWaitsForWhoeverCompletesTheFuture(String scenario) {
    Verdict verdict = suspendingOther(scenario).check();
    assertNotNull(verdict.failure());
    assertEquals("livelock: owner has made 1000 steps", verdict.failure().cause().getMessage());
  }

  private static ModelChecker suspendingOther(String scenario) {
    return Scenarios.checker(Scenarios.named(scenario))
        .withPreemptions(PREEMPTIONS)
        .suspending("other");
  }

  private static int steps(String received, String sent, String suspended, String counted) {
    Verdict verdict = checker(received, sent).suspending(suspended).check().orThrow();
    assertTrue(verdict.isExhausted());
    int steps = verdict.mostSteps().getOrDefault(counted, 0);
    assertTrue(steps > 0, () -> "nothing was counted: " + verdict);
    return steps;
  }

  private static ModelChecker checker(String received, String sent) {
    ModelChecker checker = Scenarios.checker(Suspension.class, received, sent);
    return Suspension.mayWait(received, sent) ? checker.withPreemptions(PREEMPTIONS) : checker;
  }
}
