package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.LastRun;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.AdderModel;
import io.multishot.proof.scenario.LocalModel;
import io.multishot.proof.scenario.SlotEnds;
import io.multishot.proof.scenario.SlotGroups;
import io.multishot.proof.scenario.SlotTasks;
import io.multishot.proof.scenario.SlotWaits;
import io.multishot.proof.scenario.Slots;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The slots of a slab hold in every scenario. */
final class SlotsTest {

  private static final int PREEMPTIONS = 2;

  private static final ModelChecker CHECKER =
      Scenarios.SHIPPED
          .replacing(LongAdder.class, AdderModel.class)
          .replacing(ThreadLocal.class, LocalModel.class);

  /** What comes of each scenario, in some schedule. */
  private static final Map<String, Set<String>> OUTCOMES =
      Map.ofEntries(
          Map.entry("AbandonedByAnother", Set.of("unknown false", "unknown true", "value 42 true")),
          Map.entry("AcquiredByTwo", Set.of("true", "false")),
          Map.entry("AwaitedInTime", Set.of("PENDING", "READY")),
          Map.entry("ByAnotherThread", Set.of("PENDING", "UNKNOWN")),
          Map.entry("Closed", Set.of("disconnected", "refused")),
          Map.entry("ClosedWhileReserved", Set.of("disconnected", "refused")),
          Map.entry("Expired", Set.of("expired", "value 42")),
          Map.entry("ExpiredLate", Set.of("0", "0 an orphan", "1")),
          Map.entry("Failed", Set.of("FAILED", "PENDING")),
          Map.entry("ForAChannelAndAnId", Set.of("")),
          Map.entry("ForAllWithAWaker", Set.of("true", "false")),
          Map.entry("ForAnyId", Set.of("0", "1")),
          Map.entry("ForOneThatIsAbandoned", Set.of("0", "1")),
          Map.entry("ForTwoOfThree", Set.of("true", "false")),
          Map.entry("ForTwoOfThreeInAThread", Set.of("")),
          Map.entry("Handled", Set.of("handled true", "not handled false")),
          Map.entry("HandledByAnExecutor", Set.of("handled", "not handled")),
          Map.entry("Interrupted", Set.of("interrupted false", "value 42 false", "value 42 true")),
          Map.entry("NamedByARace", Set.of("true", "false")),
          Map.entry("OfALoser", Set.of("true", "false")),
          Map.entry("Polled", Set.of("PENDING", "READY")),
          Map.entry("PreparedByTwo", Set.of("true", "false")),
          Map.entry("Promised", Set.of("cancelled false", "cancelled true", "value 42 true")),
          Map.entry("Received", Set.of("42")),
          Map.entry("RefusedAndRun", Set.of("handled", "left")),
          Map.entry("RefusedByAnExecutor", Set.of("true")),
          Map.entry(
              "RegisteredAgain",
              Set.of(
                  "PENDING false READY",
                  "PENDING true PENDING",
                  "PENDING true READY",
                  "READY false READY")),
          Map.entry("RegisteredLate", Set.of("PENDING", "UNKNOWN")),
          Map.entry("Replaced", Set.of("0 PENDING", "0 READY", "1 READY")),
          Map.entry("ReservedByTwo", Set.of("true", "false")),
          Map.entry("RunTwice", Set.of("true", "false")),
          Map.entry("SentByTwo", Set.of("failure", "value 42")),
          Map.entry("TakenByTwo", Set.of("42", "none")),
          Map.entry("TakenByTwoAfterAWait", Set.of("42", "none")),
          Map.entry("TimedOut", Set.of("late", "value 42")),
          Map.entry("UsedAgain", Set.of("an orphan for a while", "sent before", "sent in vain")),
          Map.entry("WhileTheOldSenderIsWithinSend", Set.of("0 1", "1 0", "1 1")),
          Map.entry("Withdrawn", Set.of("queued", "true", "false")),
          Map.entry(
              "WokenEach", Set.of("PENDING false", "PENDING true", "READY true", "UNKNOWN false")));

  private static List<Class<? extends Scenario>> scenarios() {
    return Stream.of(
            Slots.class, SlotWaits.class, SlotEnds.class, SlotTasks.class, SlotGroups.class)
        .flatMap(subject -> Arrays.stream(subject.getDeclaredClasses()))
        .filter(Scenario.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .<Class<? extends Scenario>>map(type -> type.asSubclass(Scenario.class))
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  @Test
  void slots_inAllSchedulesWithFewPreemptions_hold() {
    Map<String, Set<String>> found = new TreeMap<>();
    long executions = 0;
    for (Class<? extends Scenario> scenario : scenarios()) {
      int preemptions = Scenarios.isWide(scenario) ? PREEMPTIONS - 1 : PREEMPTIONS;
      Verdict verdict = CHECKER.withPreemptions(preemptions).running(scenario).check().orThrow();
      assertTrue(verdict.isExhausted(), scenario::getName);
      executions += verdict.executions();
      found.put(scenario.getSimpleName(), new TreeSet<>(verdict.outcomes().keySet()));
    }
    LastRun.note("slots", "%d scenarios, %,d executions", found.size(), executions);
    assertEquals(new TreeMap<>(OUTCOMES), found);
  }
}
