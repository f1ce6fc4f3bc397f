package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Lending;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.ReferenceModel;
import io.multishot.proof.scenario.ReferenceQueueModel;
import io.multishot.proof.scenario.WeakReferenceModel;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loans of checked mode hold in all schedules, and with a bug they do not. */
final class LendingTest {

  private static final int PREEMPTIONS = Depth.preemptions();
  private static final long MOST_EXECUTIONS = 1000;

  private static final ModelChecker CHECKER =
      Scenarios.SHIPPED
          .skipping("io.multishot.Reports", "report")
          .replacing(Reference.class, ReferenceModel.class)
          .replacing(WeakReference.class, WeakReferenceModel.class)
          .replacing(ReferenceQueue.class, ReferenceQueueModel.class)
          .withPreemptions(PREEMPTIONS);

  /** What comes of each scenario, in some schedule. */
  private static final Map<String, Set<String>> OUTCOMES =
      Map.of(
          "UsedAsItIsLost", Set.of("value true", "lost refused"),
          "UsedByTwo", Set.of("value true refused", "failure refused true"),
          "UsedAgain", Set.of("refused"),
          "UsedBefore", Set.of("refused"),
          "LostWhileAwaited", Set.of("lost"),
          "LeftInVain", Set.of("value true"),
          "Abandoned",
              Set.of("value true", "DISCONNECTED false", "lost refused", "DISCONNECTED refused"),
          "TakenBack", Set.of("value", "DISCONNECTED", "lost"));

  private static List<Class<? extends Scenario>> scenarios() {
    return Arrays.stream(Lending.class.getDeclaredClasses())
        .filter(Scenario.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .<Class<? extends Scenario>>map(type -> type.asSubclass(Scenario.class))
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  @Test
  void loan_inAllSchedulesWithFewPreemptions_holds() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Class<? extends Scenario> scenario : scenarios()) {
      boolean isWide = scenario.getSimpleName().equals("TakenBack");
      Verdict verdict =
          CHECKER.withPreemptions(isWide ? 1 : PREEMPTIONS).running(scenario).check().orThrow();
      assertTrue(verdict.isExhausted(), scenario::getName);
      found.put(scenario.getSimpleName(), new TreeSet<>(verdict.outcomes().keySet()));
    }
    assertEquals(new TreeMap<>(OUTCOMES), found);
  }

  @Test
  @Tag("deep")
  void mutants_ofALoan_areAllFoundExceptTheListedSurvivors() throws IOException {
    Set<String> survivors = new TreeSet<>();
    for (Mutation mutation : Mutator.of("io.multishot.Loan")) {
      ModelChecker mutated = CHECKER.changing(mutation).withExecutions(MOST_EXECUTIONS);
      if (scenarios().stream().allMatch(each -> mutated.running(each).check().failure() == null)) {
        survivors.add(mutation.id());
      }
    }
    assertEquals(String.join("\n", Survivors.ofCheckedMode()), String.join("\n", survivors));
  }
}
