package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.LastRun;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The slots of a slab hold in every scenario. */
final class SlotsTest {

  private static final int PREEMPTIONS = Depth.preemptions();

  /** What comes of each scenario, in some schedule. */
  private static final Map<String, Set<String>> OUTCOMES =
      Map.ofEntries(
          Map.entry(
              "AbandonedAsAnotherRegisters",
              Set.of("false UNKNOWN", "true PENDING", "true UNKNOWN")),
          Map.entry("AbandonedByAnother", Set.of("unknown false", "unknown true", "value 42 true")),
          Map.entry("AbandonedByTwo", Set.of("true", "false")),
          Map.entry("AcquiredByTwo", Set.of("true", "false")),
          Map.entry("AllFailed", Set.of("0", "1")),
          Map.entry("AwaitedInTime", Set.of("PENDING", "READY")),
          Map.entry("AwaitedLate", Set.of("0 0 PENDING", "0 0 UNKNOWN", "1 0 UNKNOWN")),
          Map.entry("ByAnotherThread", Set.of("PENDING", "UNKNOWN")),
          Map.entry("Closed", Set.of("disconnected", "refused")),
          Map.entry("ClosedByTwo", Set.of("DISCONNECTED", "FAILED")),
          Map.entry("ClosedWhileReserved", Set.of("disconnected", "refused")),
          Map.entry("DiscardedAndUsedByAnother", Set.of("true", "false")),
          Map.entry("Expired", Set.of("expired", "value 42")),
          Map.entry("ExpiredLate", Set.of("0", "0 an orphan", "1")),
          Map.entry("Failed", Set.of("FAILED", "PENDING")),
          Map.entry(
              "FailedInVain", Set.of("an orphan for a while", "failed before", "failed in vain")),
          Map.entry("ForAChannelAndAnId", Set.of("")),
          Map.entry("ForAllWithAWaker", Set.of("true", "false")),
          Map.entry("ForAnyId", Set.of("0", "1")),
          Map.entry("ForOneThatIsAbandoned", Set.of("0", "1")),
          Map.entry("ForTwoOfThree", Set.of("true", "false")),
          Map.entry("ForTwoOfThreeInAThread", Set.of("")),
          Map.entry("Handled", Set.of("handled true", "not handled false")),
          Map.entry("HandledByAnExecutor", Set.of("handled", "not handled")),
          Map.entry("Interrupted", Set.of("interrupted false", "value 42 false", "value 42 true")),
          Map.entry("InterruptedInVain", Set.of("interrupted")),
          Map.entry("NamedByARace", Set.of("true", "false")),
          Map.entry("OfALoser", Set.of("true", "false")),
          Map.entry("Polled", Set.of("PENDING", "READY")),
          Map.entry("PolledWithAWaker", Set.of("PENDING", "READY")),
          Map.entry("PreparedByTwo", Set.of("true", "false")),
          Map.entry("Promised", Set.of("cancelled false", "cancelled true", "value 42 true")),
          Map.entry("PromisedAgain", Set.of("true", "false")),
          Map.entry("Received", Set.of("42")),
          Map.entry("RefusedAndRun", Set.of("handled", "left")),
          Map.entry("RefusedAndTaken", Set.of("PENDING", "READY", "UNKNOWN")),
          Map.entry("RefusedByAnExecutor", Set.of("true")),
          Map.entry(
              "RegisteredAgain",
              Set.of(
                  "PENDING false READY",
                  "PENDING true PENDING",
                  "PENDING true READY",
                  "READY false READY")),
          Map.entry("RegisteredAgainLate", Set.of("0", "1")),
          Map.entry("RegisteredLate", Set.of("PENDING", "UNKNOWN")),
          Map.entry("Replaced", Set.of("0 PENDING", "0 READY", "1 READY")),
          Map.entry("ReplacedLate", Set.of("0 0 UNKNOWN", "0 1 PENDING", "1 0 UNKNOWN")),
          Map.entry("ReservedByTwo", Set.of("true", "false")),
          Map.entry("RunAndRefused", Set.of("true", "false")),
          Map.entry("RunTwice", Set.of("true", "false")),
          Map.entry("SentByTwo", Set.of("failure", "value 42")),
          Map.entry("SpinningFirst", Set.of("42")),
          Map.entry("SpinningOnly", Set.of("42")),
          Map.entry("TakenAndReservedByAnother", Set.of("true", "false")),
          Map.entry("TakenAndUsedByAnother", Set.of("true", "false")),
          Map.entry("TakenAtOnce", Set.of("none", "value 42")),
          Map.entry("TakenByTwo", Set.of("42", "none")),
          Map.entry("TakenByTwoAfterAWait", Set.of("42", "none")),
          Map.entry("TimedOut", Set.of("late", "value 42")),
          Map.entry("UsedAgain", Set.of("an orphan for a while", "sent before", "sent in vain")),
          Map.entry("WhileTheOldSenderIsWithinSend", Set.of("0 1", "1 0", "1 1")),
          Map.entry("Withdrawn", Set.of("queued", "true", "false")),
          Map.entry("WithdrawnLate", Set.of("0", "1")),
          Map.entry(
              "WokenEach", Set.of("PENDING false", "PENDING true", "READY true", "UNKNOWN false")));

  @Test
  void slots_inAllSchedulesWithFewPreemptions_hold() {
    Map<String, Set<String>> found = new TreeMap<>();
    long executions = 0;
    for (Class<? extends Scenario> scenario : SlotScenarios.all()) {
      int preemptions = Scenarios.isWide(scenario) ? 1 : PREEMPTIONS;
      Verdict verdict =
          SlotScenarios.SHIPPED.withPreemptions(preemptions).running(scenario).check().orThrow();
      assertTrue(verdict.isExhausted(), scenario::getName);
      executions += verdict.executions();
      found.put(scenario.getSimpleName(), new TreeSet<>(verdict.outcomes().keySet()));
    }
    LastRun.note("slots", "%d scenarios, %,d executions", found.size(), executions);
    assertEquals(new TreeMap<>(OUTCOMES), found);
  }
}
