package io.multishot.proof;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios that the model checker runs. */
final class Scenarios {

  private static final String PACKAGE = "io.multishot.proof.scenario.";

  private static final List<String> SUBJECTS =
      List.of("Polling", "Receiving", "Recycling", "Abandoning", "Handling", "Grouping");

  private Scenarios() {}

  static List<Class<? extends Scenario>> all() {
    return SUBJECTS.stream().flatMap(Scenarios::of).toList();
  }

  private static Stream<Class<? extends Scenario>> of(String subject) {
    try {
      return Arrays.stream(Class.forName(PACKAGE + subject).getDeclaredClasses())
          .filter(Scenario.class::isAssignableFrom)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .sorted(Comparator.comparing(Class::getName))
          .map(type -> type.asSubclass(Scenario.class));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks all of the runtime and of what is generated, as it is shipped. */
  static ModelChecker checker(Class<? extends Scenario> scenario) {
    return ModelChecker.of(scenario).checking("io.multishot.");
  }

  static boolean spins(Class<? extends Scenario> scenario) {
    return scenario.getSimpleName().contains("Spinning");
  }

  static boolean isGroup(Class<? extends Scenario> scenario) {
    return nameOf(scenario).startsWith("Grouping.");
  }

  static String nameOf(Class<? extends Scenario> scenario) {
    return scenario.getName().substring(PACKAGE.length()).replace('$', '.');
  }
}
