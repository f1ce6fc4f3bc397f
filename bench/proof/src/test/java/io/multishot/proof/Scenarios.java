package io.multishot.proof;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.proof.scenario.FutureModel;
import io.multishot.proof.scenario.StageModel;
import io.multishot.proof.scenario.Suspension;
import io.multishot.proof.scenario.Waiting;
import io.multishot.proof.scenario.Wide;
import io.multishot.proof.scenario.Wider;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** All scenarios that the model checker runs. */
final class Scenarios {

  private static final String PACKAGE = "io.multishot.proof.scenario.";

  static final List<String> SUBJECTS =
      List.of(
          "Polling",
          "Receiving",
          "Recycling",
          "Abandoning",
          "Watching",
          "Observing",
          "Leasing",
          "Handling",
          "Serializing",
          "Looping",
          "Delaying",
          "Promising",
          "Cancelling",
          "Grouping",
          "Calling",
          "Seating");

  /**
   * Checks all of the runtime and of what is generated, as it is shipped: but the rehearsal of the
   * first {@code open()}, which initializes classes and no more, and the probes of the stack.
   */
  static final ModelChecker SHIPPED =
      ModelChecker.of(Suspension.class) // or any other, for that is what running() says
          .checking("io.multishot.")
          .skipping("io.multishot.Startup", "ensure")
          .skipping("io.multishot.Startup", "ensureForSlabs")
          .skipping("io.multishot.Startup", "ensureForSeats")
          .skipping("io.multishot.Headroom", "probe")
          .skipping("io.multishot.Headroom", "probeForFuture")
          .replacing(CompletableFuture.class, FutureModel.class)
          .replacing(CompletionStage.class, StageModel.class);

  private Scenarios() {}

  static ModelChecker checker(Class<? extends Scenario> scenario, String... arguments) {
    return SHIPPED.running(scenario, arguments);
  }

  static List<Class<? extends Scenario>> all() {
    return SUBJECTS.stream().flatMap(Scenarios::of).toList();
  }

  static Class<? extends Scenario> named(String name) {
    return all().stream().filter(each -> nameOf(each).equals(name)).findAny().orElseThrow();
  }

  static Stream<Class<? extends Scenario>> of(String subject) {
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

  static boolean isWide(Class<? extends Scenario> scenario) {
    return Wide.class.isAssignableFrom(scenario);
  }

  static boolean isWider(Class<? extends Scenario> scenario) {
    return Wider.class.isAssignableFrom(scenario);
  }

  static boolean waits(Class<? extends Scenario> scenario) {
    return Waiting.class.isAssignableFrom(scenario);
  }

  static String nameOf(Class<? extends Scenario> scenario) {
    return scenario.getName().substring(PACKAGE.length()).replace('$', '.');
  }
}
