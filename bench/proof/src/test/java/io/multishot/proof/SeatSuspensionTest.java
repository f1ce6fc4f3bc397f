package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.SeatSuspension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each operation of a pair comes to its end in so many steps of its own, whatever the other half
 * does, and wherever that stops for ever.
 */
class SeatSuspensionTest {

  // Steps are accesses to what is shared, in any state.
  private static final int MOST_OF_CALLER = 30;
  private static final int MOST_OF_SERVER = 30;

  /** A search without bound does not end where somebody waits. */
  private static final int PREEMPTIONS = 1;

  /** Where the server waits for its abandon waker: it is the only such place. */
  private static final WaitingPlace ABANDON_WAKER =
      new WaitingPlace("io.multishot.Cell", "awaitRun");

  private static final ModelChecker ENDED_BY_ABANDON_WAKER =
      Scenarios.SHIPPED.changing(ABANDON_WAKER.asEnd());

  /** What is asked of two operations after what has happened before. */
  private interface Check {
    void of(String before, String callers, String servers);
  }

  private static Stream<DynamicTest> tests(Check check) {
    Map<String, Runnable> checks = new LinkedHashMap<>();
    for (String before : SeatSuspension.before()) {
      for (String callers : SeatSuspension.ofCaller()) {
        for (String servers : SeatSuspension.ofServer()) {
          String name = before + ": " + callers + " beside " + servers;
          if (Depth.isTried(name)) {
            checks.put(name, () -> check.of(before, callers, servers));
          }
        }
      }
    }
    return Concurrently.tests(checks);
  }

  @TestFactory
  Stream<DynamicTest> caller_whileTheServerIsSuspended_doesNotWait() {
    return tests(
        (before, callers, servers) ->
            assertStepsAtMost(
                MOST_OF_CALLER,
                "caller",
                checker(Scenarios.SHIPPED, before, callers, servers).suspending("server")));
  }

  @TestFactory
  Stream<DynamicTest> server_whileTheCallerIsSuspended_doesNotWait() {
    return tests(
        (before, callers, servers) -> {
          boolean waits = SeatSuspension.serverWaits(callers, servers);
          ModelChecker of = waits ? ENDED_BY_ABANDON_WAKER : Scenarios.SHIPPED;
          assertStepsAtMost(
              MOST_OF_SERVER, "server", checker(of, before, callers, servers).suspending("caller"));
        });
  }

  private static ModelChecker checker(
      ModelChecker of, String before, String callers, String servers) {
    ModelChecker checker = of.running(SeatSuspension.class, before, callers, servers);
    return SeatSuspension.serverWaits(callers, servers)
        ? checker.withPreemptions(PREEMPTIONS)
        : checker;
  }

  private static void assertStepsAtMost(int most, String counted, ModelChecker checker) {
    Verdict verdict = checker.check().orThrow();
    assertTrue(verdict.isExhausted());
    int steps = verdict.mostSteps().getOrDefault(counted, 0);
    assertTrue(steps <= most, () -> steps + " steps, and not " + most + " at most");
  }
}
