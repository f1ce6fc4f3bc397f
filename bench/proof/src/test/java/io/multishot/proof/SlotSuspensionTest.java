package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.SlotSuspension;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whoever stops for ever in the middle of an operation on a slab's shot holds up nobody: each
 * operation of another thread comes to its end, but for two ways to register, which are documented.
 */
class SlotSuspensionTest {

  /** The most accesses to what is shared: of an owner that waits and gives up. */
  private static final int MOST_STEPS = 40;

  private static final int PREEMPTIONS = 1;

  /** Where whoever registers waits for another thread: it is the only such place. */
  private static final WaitingPlace REGISTERING =
      new WaitingPlace("io.multishot.SlotTable", "register");

  private static final ModelChecker ENDED_BY_REGISTERING =
      SlotScenarios.SHIPPED.changing(REGISTERING.asEnd());

  /** What is asked of a thread that stops, and another one that goes on. */
  private interface Check {
    void of(String stopping, String going);
  }

  private static void add(
      Map<String, Runnable> checks,
      Iterable<String> stopping,
      Iterable<String> going,
      Check check) {
    for (String stops : stopping) {
      for (String goes : going) {
        if (stops.equals("expire") && goes.equals("expire")) {
          continue; // the cursor of the walk is a hint that races
        }
        checks.put(goes + " while " + stops + " stops", () -> check.of(stops, goes));
      }
    }
  }

  /** Some of those below, in each build. */
  @ParameterizedTest
  @CsvSource({
    "send, poll(Waker) and withdraw",
    "send, receive(1)",
    "send, poll(Waker) and abandon",
    "send, close",
    "send, a round of another shot",
    "close, tryAcquire(deadline)",
    "onReceive(Executor), send",
    "receive(1), send"
  })
  void operation_whileAnotherIsSuspended_doesNotWait(String stopping, String going) {
    assertEnds(SlotScenarios.SHIPPED, stopping, going);
  }

  @ParameterizedTest
  @CsvSource({
    "poll(Waker), 'abandon, tryAcquire and poll(Waker)'",
    "poll(Waker) and withdraw, 'abandon, tryAcquire and onReceive'"
  })
  void registering_whileAnEarlierOwnerIsSuspended_waits(String stopping, String going) {
    REGISTERING.assertIsWaitedAt("going", checker(SlotScenarios.SHIPPED, stopping, going));
    assertEnds(ENDED_BY_REGISTERING, stopping, going);
  }

  /** A sender, or whoever else may use an id, holds up neither the owner nor others. */
  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> operation_whileAnybodyIsSuspended_doesNotWait() {
    Map<String, Runnable> checks = new LinkedHashMap<>();
    Check doesNotWait = (stops, goes) -> assertEnds(SlotScenarios.SHIPPED, stops, goes);
    add(checks, SlotSuspension.ofAnybody(), SlotSuspension.ofAnybody(), doesNotWait);
    add(checks, SlotSuspension.ofAnybody(), SlotSuspension.ofOwner(), doesNotWait);
    add(checks, SlotSuspension.ofAnybody(), SlotSuspension.ofNextOwner(), doesNotWait);
    return Concurrently.tests(checks);
  }

  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> operation_whileTheOwnerIsSuspended_doesNotWait() {
    Map<String, Runnable> checks = new LinkedHashMap<>();
    Check doesNotWait = (stops, goes) -> assertEnds(SlotScenarios.SHIPPED, stops, goes);
    add(checks, SlotSuspension.ofOwner(), SlotSuspension.ofAnybody(), doesNotWait);
    add(checks, SlotSuspension.ofNextOwner(), SlotSuspension.ofOwner(), doesNotWait);
    return Concurrently.tests(checks);
  }

  /** One exception: an owner of an earlier shot, which has been abandoned, is just registering. */
  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> registering_whileAnEarlierOwnerIsSuspended_waitsForIt() {
    Map<String, Runnable> checks = new LinkedHashMap<>();
    add(
        checks,
        SlotSuspension.ofOwner(),
        SlotSuspension.ofNextOwner(),
        (stops, goes) -> {
          if (SlotSuspension.registers(stops)) {
            REGISTERING.assertIsWaitedAt("going", checker(SlotScenarios.SHIPPED, stops, goes));
          }
          assertEnds(ENDED_BY_REGISTERING, stops, goes);
        });
    return Concurrently.tests(checks);
  }

  /** The other one: a sender is between its claim and its end, and the count is used up. */
  @Test
  void registering_whileTheSenderIsSuspended_waitsIfThereWereTooMany() {
    ModelChecker shipped =
        checker(SlotScenarios.SHIPPED, "send", SlotSuspension.MANY_REGISTRATIONS);
    assertTrue(shipped.check().orThrow().isExhausted());
    ModelChecker few = shipped.changing(SlotSuspensionTest::withFewRegistrations);
    REGISTERING.assertIsWaitedAt("going", few);
    few.changing(REGISTERING.asEnd()).check().orThrow();
  }

  /** Three registrations in place of 32 767: the constant is the mask of their bits. */
  private static byte[] withFewRegistrations(String name, byte[] file) {
    if (!name.equals("io.multishot.SlotTable")) {
      return file;
    }
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String method,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            return new MethodVisitor(
                Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, thrown)) {
              @Override
              public void visitLdcInsn(Object value) {
                boolean isMask = value.equals(32_767L << 4);
                boolean isComplement = value.equals(~(32_767L << 4));
                super.visitLdcInsn(isMask ? 3L << 4 : isComplement ? ~(3L << 4) : value);
              }
            };
          }
        },
        0);
    return writer.toByteArray();
  }

  @Test
  void slabs_pauseNowhereElse() throws IOException {
    Set<String> pausing = new TreeSet<>();
    for (String type : Accesses.OF_SLABS.classes()) {
      try (InputStream file =
          ClassLoader.getSystemResourceAsStream(type.replace('.', '/') + ".class")) {
        new ClassReader(file)
            .accept(
                new SiteVisitor(null) {
                  @Override
                  void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
                    if (instruction.name().equals(WaitingPlace.PAUSE)) {
                      pausing.add(site.toString());
                    }
                  }
                },
                0);
      }
    }
    assertEquals(Set.of("SlotTable.register: " + WaitingPlace.PAUSE), pausing);
  }

  private static void assertEnds(ModelChecker of, String stopping, String going) {
    Verdict verdict = checker(of, stopping, going).check().orThrow();
    assertTrue(verdict.isExhausted());
    int steps = verdict.mostSteps().getOrDefault("going", 0);
    assertTrue(0 < steps && steps <= MOST_STEPS, () -> steps + " steps");
  }

  private static ModelChecker checker(ModelChecker of, String stopping, String going) {
    return of.running(SlotSuspension.class, stopping, going)
        .withPreemptions(PREEMPTIONS)
        .suspending("stopping");
  }
}
