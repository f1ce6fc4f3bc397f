package io.multishot.proof;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.proof.scenario.AdderModel;
import io.multishot.proof.scenario.LocalModel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** All scenarios of slabs that the model checker runs. */
final class SlotScenarios {

  static final List<String> SUBJECTS =
      List.of("Slots", "SlotWaits", "SlotEnds", "SlotTasks", "SlotGroups");

  static final ModelChecker SHIPPED =
      Scenarios.SHIPPED
          .replacing(LongAdder.class, AdderModel.class)
          .replacing(ThreadLocal.class, LocalModel.class);

  private SlotScenarios() {}

  static List<Class<? extends Scenario>> all() {
    return SUBJECTS.stream().flatMap(Scenarios::of).toList();
  }

  static Class<? extends Scenario> named(String name) {
    return all().stream()
        .filter(each -> Scenarios.nameOf(each).equals(name))
        .findAny()
        .orElseThrow();
  }
}
