package io.multishot.proof;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.AdderModel;
import io.multishot.proof.scenario.LocalModel;
import io.multishot.proof.scenario.SlotTasks;
import io.multishot.proof.scenario.Slots;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A slab's slots hold in all schedules. */
final class SlotsTest {

  static final ModelChecker CHECKER =
      Scenarios.SHIPPED
          .replacing(LongAdder.class, AdderModel.class)
          .replacing(ThreadLocal.class, LocalModel.class)
          .withPreemptions(2);

  static List<Class<? extends Scenario>> scenarios() {
    return Stream.of(Slots.class, SlotTasks.class)
        .flatMap(subject -> Arrays.stream(subject.getDeclaredClasses()))
        .filter(Scenario.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .<Class<? extends Scenario>>map(type -> type.asSubclass(Scenario.class))
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  @Test
  void slots_inAllSchedulesWithFewPreemptions_hold() {
    Map<String, Object> found = new TreeMap<>();
    for (Class<? extends Scenario> scenario : scenarios()) {
      long started = System.nanoTime();
      Verdict verdict = CHECKER.running(scenario).check();
      System.out.println(
          scenario.getSimpleName()
              + " "
              + verdict.holds()
              + " "
              + verdict.outcomes()
              + " "
              + (System.nanoTime() - started) / 1_000_000
              + " ms");
      if (!verdict.holds())
        System.out.println(verdict.failure() + "\n" + java.util.Objects.requireNonNull(verdict.failure()).trace());
    }
  }
}
