package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.Suspension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wait-freedom: each operation comes to its end in so many steps of its own, whatever the other
 * half does, and wherever that stops for ever.
 */
class SuspensionTest {

  // Steps are accesses to what is shared. The most: a sender that leaves its shot to a future that
  // is done, and runs a handler by an inline executor; a receiver that does that.
  private static final int MOST_OF_SENDER = 54;
  private static final int MOST_OF_RECEIVER = 37;

  private static final int PREEMPTIONS = 1;

  /** Where the sender waits for its abandon waker: it is the only such place of senders. */
  private static final WaitingPlace ABANDON_WAKER =
      new WaitingPlace("io.multishot.Cell", "awaitRun");

  /** Where whoever uses a future waits for another who settles it: the only one of receivers. */
  private static final WaitingPlace SETTLING =
      new WaitingPlace("io.multishot.OutcomeFuture", "awaitSettled");

  private static final ModelChecker ENDED_BY_ABANDON_WAKER =
      Scenarios.SHIPPED.changing(ABANDON_WAKER.asEnd());
  private static final ModelChecker ENDED_BY_SETTLING =
      Scenarios.SHIPPED.changing(SETTLING.asEnd());

  /** What is asked of an operation of the receiver and one of the sender. */
  private interface Check {
    void of(String received, String sent);
  }

  private static Stream<DynamicTest> tests(BiPredicate<String, String> isAsked, Check check) {
    Map<String, Runnable> checks = new LinkedHashMap<>();
    for (String received : Suspension.ofReceiver()) {
      for (String sent : Suspension.ofSender()) {
        if (isAsked.test(received, sent)) {
          checks.put(received + " beside " + sent, () -> check.of(received, sent));
        }
      }
    }
    return Concurrently.tests(checks);
  }

  private static boolean isTried(String received, String sent) {
    return Depth.isTried(received + " beside " + sent);
  }

  @TestFactory
  Stream<DynamicTest> receiver_whileTheSenderIsSuspended_doesNotWait() {
    return tests(
        SuspensionTest::isTried,
        (received, sent) -> {
          boolean waits = Suspension.receiverWaits(received, sent);
          ModelChecker of = waits ? ENDED_BY_SETTLING : Scenarios.SHIPPED;
          ModelChecker checker = checker(of, received, sent).suspending("sender");
          assertStepsAtMost(MOST_OF_RECEIVER, "receiver", checker);
        });
  }

  @TestFactory
  Stream<DynamicTest> sender_whileTheReceiverIsSuspended_doesNotWait() {
    return tests(
        SuspensionTest::isTried,
        (received, sent) -> {
          boolean waits = Suspension.senderWaits(received, sent);
          ModelChecker of = waits ? ENDED_BY_ABANDON_WAKER : Scenarios.SHIPPED;
          ModelChecker checker = checker(of, received, sent).suspending("receiver");
          assertStepsAtMost(MOST_OF_SENDER, "sender", checker);
        });
  }

  /** One exception: it waits until its abandon waker has run. */
  @TestFactory
  Stream<DynamicTest> sender_whileItsAbandonWakerIsSuspended_waits() {
    return tests(
        Suspension::senderWaits,
        (received, sent) ->
            ABANDON_WAKER.assertIsWaitedAt(
                "sender", checker(Scenarios.SHIPPED, received, sent).suspending("receiver")));
  }

  /** The other exception: whoever uses a future that its sender has claimed. */
  @TestFactory
  Stream<DynamicTest> receiver_whileItsFutureIsNotSettled_waits() {
    return tests(
        Suspension::receiverWaits,
        (received, sent) ->
            SETTLING.assertIsWaitedAt(
                "receiver", checker(Scenarios.SHIPPED, received, sent).suspending("sender")));
  }

  /** Whoever claims a future may stop: the sender leaves its outcome there. */
  @Test
  void sender_whileTheFuturesCompleterIsSuspended_doesNotWait() {
    Verdict verdict = suspendingOther("Promising.WhatHoldsAReference").check().orThrow();
    assertTrue(verdict.isExhausted());
  }

  /** The other exception again: the claimant is not the sender. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Promising.WithdrawnAndCancelled",
        "Promising.RenewedAndCancelledBeforeAnyoneSends",
        "Promising.ClosedAndCancelled"
      })
  void owner_whileTheFuturesCompleterIsSuspended_waits(String scenario) {
    SETTLING.assertIsWaitedAt("owner", suspendingOther(scenario));
    suspendingOther(scenario).changing(SETTLING.asEnd()).check().orThrow();
  }

  private static ModelChecker suspendingOther(String scenario) {
    return Scenarios.checker(Scenarios.named(scenario))
        .withPreemptions(PREEMPTIONS)
        .suspending("other");
  }

  private static void assertStepsAtMost(int most, String counted, ModelChecker checker) {
    Verdict verdict = checker.check().orThrow();
    assertTrue(verdict.isExhausted());
    int steps = verdict.mostSteps().getOrDefault(counted, 0);
    assertTrue(0 < steps && steps <= most, () -> steps + " steps, and not " + most + " at most");
  }

  private static ModelChecker checker(ModelChecker of, String received, String sent) {
    ModelChecker checker = of.running(Suspension.class, received, sent);
    boolean waits =
        Suspension.receiverWaits(received, sent) || Suspension.senderWaits(received, sent);
    return waits ? checker.withPreemptions(PREEMPTIONS) : checker;
  }
}
