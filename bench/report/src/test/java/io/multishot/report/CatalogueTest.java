package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

final class CatalogueTest {

  /** A misspelt one would be noticed after an hour of measuring. */
  @TestFactory
  Stream<DynamicTest> trial_isABenchmarkWithAValueForEachOfItsParameters() {
    return trials().stream()
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> requireRunnable(trial)));
  }

  /** Beside the bars, and behind the curves, there are 200 pixels. */
  @Test
  void names_ofCases_fitIntoTheCharts() {
    for (Section section : Catalogue.sections()) {
      for (Case each : section.cases()) {
        assertTrue(each.series().length() <= 30, each.series());
      }
    }
  }

  private static Set<Trial> trials() {
    Set<Trial> trials = new HashSet<>();
    for (Section section : Catalogue.sections()) {
      for (Case each : section.cases()) {
        trials.add(each.trial());
        if (each.less() != null) {
          trials.add(each.less());
        }
      }
    }
    return trials;
  }

  private static void requireRunnable(Trial trial) throws ReflectiveOperationException {
    int dot = trial.benchmark().lastIndexOf('.');
    Class<?> benchmark = Class.forName(Trial.PACKAGE + trial.benchmark().substring(0, dot));
    String method = trial.benchmark().substring(dot + 1);
    assertTrue(
        Arrays.stream(benchmark.getMethods())
            .anyMatch(
                each -> each.getName().equals(method) && each.isAnnotationPresent(Benchmark.class)),
        method);
    Set<String> params = new TreeSet<>();
    for (Field field : benchmark.getFields()) {
      if (field.isAnnotationPresent(Param.class)) {
        params.add(field.getName());
        String value = trial.params().get(field.getName());
        assertNotNull(value, field.getName());
        if (field.getType().isEnum()) {
          assertTrue(
              Arrays.stream(field.getType().getEnumConstants())
                  .anyMatch(constant -> ((Enum<?>) constant).name().equals(value)),
              value);
        } else {
          Long.parseLong(value);
        }
      }
    }
    assertEquals(params, trial.params().keySet());
  }

  @Test
  void section_hasAChannelToCompareWithAtEachPlace() {
    for (Section section : Catalogue.sections()) {
      for (String place : section.places()) {
        assertNotNull(section.ours(place), section.id + " at " + place);
      }
    }
  }

  @Test
  void sections_haveChartsOfDifferentNames() {
    List<String> ids = Catalogue.sections().stream().map(section -> section.id).toList();
    assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
  }

  @Test
  void section_hasNoCaseTwice() {
    for (Section section : Catalogue.sections()) {
      Set<String> seen = new HashSet<>();
      for (Case each : section.cases()) {
        assertTrue(seen.add(each.series() + " at " + each.at()), section.id + ": " + each);
      }
    }
  }

  @Test
  void budget_comparesWhatIsMeasured() {
    Set<Trial> trials = trials();
    assertFalse(Budgets.all().isEmpty());
    for (Budget budget : Budgets.all()) {
      List<Case> all = new ArrayList<>();
      if (budget.figure() != null) {
        all.add(budget.figure());
      }
      if (budget.versus() != null) {
        all.add(budget.versus().ours());
        all.addAll(budget.versus().others());
      }
      for (Case each : all) {
        assertTrue(trials.contains(each.trial()), budget.what() + ": " + each.trial());
      }
    }
  }
}
