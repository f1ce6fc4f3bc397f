package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ClassChange;
import io.multishot.modelchecker.Faults;
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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

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
  private static final Place ABANDON_WAKER = new Place("io.multishot.Cell", "awaitRun");

  /** Where whoever uses a future waits for another who settles it: the only one of receivers. */
  private static final Place SETTLING = new Place("io.multishot.OutcomeFuture", "awaitSettled");

  private static final ModelChecker SHIPPED = Scenarios.checker(Suspension.class);
  private static final ModelChecker ENDED_BY_ABANDON_WAKER =
      SHIPPED.changing(ABANDON_WAKER.asEnd());
  private static final ModelChecker ENDED_BY_SETTLING = SHIPPED.changing(SETTLING.asEnd());

  /** A method that waits for another thread. */
  private record Place(String type, String method) {

    /** Has whoever comes to wait there stop for ever, so that it is seen who waits elsewhere. */
    ClassChange asEnd() {
      return (name, file) -> name.equals(type) ? withoutPauses(file) : file;
    }

    private byte[] withoutPauses(byte[] file) {
      ClassReader reader = new ClassReader(file);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(
          new SiteVisitor(writer) {
            @Override
            void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
              boolean waits =
                  site.method().startsWith(method + "(")
                      && instruction.name().equals("brieflyForAnother");
              if (waits) {
                String faults = Type.getInternalName(Faults.class);
                next.visitMethodInsn(Opcodes.INVOKESTATIC, faults, "suspend", "()V", false);
              } else {
                instruction.emit(next);
              }
            }
          },
          0);
      return writer.toByteArray();
    }

    /** Whether an execution ends there. */
    boolean isLastOf(String trace) {
      String last = trace.substring(trace.lastIndexOf(" at "));
      return last.contains(method + "(" + type.substring(type.lastIndexOf('.') + 1) + ".java:");
    }
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String received : Suspension.ofReceiver()) {
      for (String sent : Suspension.ofSender()) {
        pairs.add(Arguments.arguments(received, sent));
      }
    }
    return pairs.stream();
  }

  static Stream<Arguments> pairsWhoseSenderWaits() {
    return pairs()
        .filter(pair -> Suspension.senderWaits((String) pair.get()[0], (String) pair.get()[1]));
  }

  static Stream<Arguments> pairsWhoseReceiverWaits() {
    return pairs()
        .filter(pair -> Suspension.receiverWaits((String) pair.get()[0], (String) pair.get()[1]));
  }

  @ParameterizedTest(name = "{0} while {1} is suspended")
  @MethodSource("pairs")
  void theReceiverNeverWaitsForTheSender(String received, String sent) {
    boolean waits = Suspension.receiverWaits(received, sent);
    ModelChecker checker = checker(waits ? ENDED_BY_SETTLING : SHIPPED, received, sent);
    assertStepsAtMost(MOST_OF_RECEIVER, "receiver", checker.suspending("sender"));
  }

  @ParameterizedTest(name = "{1} while {0} is suspended")
  @MethodSource("pairs")
  void theSenderNeverWaitsForTheReceiver(String received, String sent) {
    boolean waits = Suspension.senderWaits(received, sent);
    ModelChecker checker = checker(waits ? ENDED_BY_ABANDON_WAKER : SHIPPED, received, sent);
    assertStepsAtMost(MOST_OF_SENDER, "sender", checker.suspending("receiver"));
  }

  /** One exception: it waits until its abandon waker has run. */
  @ParameterizedTest(name = "{1} while {0} is suspended")
  @MethodSource("pairsWhoseSenderWaits")
  void theSenderWaitsForItsAbandonWaker(String received, String sent) {
    assertWaits("sender", ABANDON_WAKER, checker(SHIPPED, received, sent).suspending("receiver"));
  }

  /** The other exception: whoever uses a future that its sender has claimed. */
  @ParameterizedTest(name = "{0} while {1} is suspended")
  @MethodSource("pairsWhoseReceiverWaits")
  void theReceiverWaitsUntilItsFutureIsSettled(String received, String sent) {
    assertWaits("receiver", SETTLING, checker(SHIPPED, received, sent).suspending("sender"));
  }

  /** Whoever claims a future may stop: the sender leaves its outcome there. */
  @Test
  void theSenderNeverWaitsForWhoeverCompletesTheFuture() {
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
  void theOwnerWaitsForWhoeverCompletesTheFuture(String scenario) {
    assertWaits("owner", SETTLING, suspendingOther(scenario));
    suspendingOther(scenario).changing(SETTLING.asEnd()).check().orThrow();
  }

  private static ModelChecker suspendingOther(String scenario) {
    return Scenarios.checker(Scenarios.named(scenario))
        .withPreemptions(PREEMPTIONS)
        .suspending("other");
  }

  private static void assertWaits(String who, Place where, ModelChecker checker) {
    Verdict verdict = checker.check();
    assertNotNull(verdict.failure(), "it does not wait any more");
    assertEquals(
        "livelock: " + who + " has made 1000 steps", verdict.failure().cause().getMessage());
    assertTrue(where.isLastOf(verdict.failure().trace()), verdict.failure()::trace);
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
