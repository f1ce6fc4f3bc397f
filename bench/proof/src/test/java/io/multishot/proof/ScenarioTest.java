package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.LastRun;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is shipped holds in every scenario, and the scenarios show all that they are for. */
class ScenarioTest {

  private static final int PREEMPTIONS = 2;

  /** Where all schedules are too many, so many of them are enough. */
  private static final long DEEP = 300_000;

  /** The outcomes of each scenario, by its name: a race that has but one is none. */
  private static Map<String, Set<String>> expected() {
    try (InputStream file = ScenarioTest.class.getResourceAsStream("outcomes.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ?", 2))
          .collect(
              Collectors.toMap(
                  parts -> parts[0], parts -> new TreeSet<>(List.of(parts[1].split(" \\| ")))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> scenario_inAllSchedulesWithFewPreemptions_holds() {
    Map<String, Set<String>> expected = expected();
    return tests(
        "scenarios",
        scenario -> {
          Verdict verdict = quick(scenario).check();
          assertTrue(verdict.orThrow().isExhausted());
          assertEquals(expected.get(Scenarios.nameOf(scenario)), verdict.outcomes().keySet());
          return verdict;
        });
  }

  private static ModelChecker quick(Class<? extends Scenario> scenario) {
    int left = Scenarios.isWider(scenario) ? 2 : Scenarios.isWide(scenario) ? 1 : 0;
    return Scenarios.checker(scenario).withPreemptions(PREEMPTIONS - left);
  }

  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> scenario_inAllSchedules_holds() {
    Map<String, Set<String>> expected = expected();
    return tests(
        "scenarios in all schedules",
        scenario -> {
          ModelChecker checker = Scenarios.checker(scenario);
          boolean isBounded = Scenarios.waits(scenario) || Scenarios.isWide(scenario);
          Verdict verdict =
              (isBounded ? checker.withPreemptions(PREEMPTIONS) : checker)
                  .withExecutions(DEEP)
                  .check()
                  .orThrow();
          Set<String> outcomes = verdict.outcomes().keySet();
          Set<String> known = expected.getOrDefault(Scenarios.nameOf(scenario), Set.of());
          assertTrue(known.containsAll(outcomes), () -> outcomes + " beside " + known);
          return verdict;
        });
  }

  @Test
  void outcomes_areGivenForEachScenarioAndNoOther() {
    assertEquals(
        Scenarios.all().stream().map(Scenarios::nameOf).collect(Collectors.toSet()),
        expected().keySet());
  }

  private static Stream<DynamicTest> tests(
      String lane, Function<Class<? extends Scenario>, Verdict> check) {
    AtomicInteger checked = new AtomicInteger();
    AtomicInteger whole = new AtomicInteger();
    AtomicLong executions = new AtomicLong();
    Map<String, Runnable> checks = new LinkedHashMap<>();
    for (Class<? extends Scenario> scenario : Scenarios.all()) {
      String name = Scenarios.nameOf(scenario);
      checks.put(
          name,
          () -> {
            Verdict verdict = check.apply(scenario);
            checked.incrementAndGet();
            whole.addAndGet(verdict.isExhausted() ? 1 : 0);
            executions.addAndGet(verdict.executions());
          });
    }
    return Stream.concat(
        Concurrently.tests(checks),
        Stream.of(
            DynamicTest.dynamicTest(
                "all",
                () ->
                    LastRun.note(
                        lane,
                        "%d scenarios, %d of them whole, in %,d executions",
                        checked.get(),
                        whole.get(),
                        executions.get()))));
  }
}
