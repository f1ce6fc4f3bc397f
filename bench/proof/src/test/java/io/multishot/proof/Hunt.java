package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.UnmodelledException;
import io.multishot.modelchecker.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Looks for each mutation of a protocol in all scenarios that come past it. */
final class Hunt {

  private static final int PREEMPTIONS = 2;
  private static final long MOST_EXECUTIONS = 2000;

  /** So many tell most, wherever it is that they are told. */
  private static final long FEW_EXECUTIONS = 100;

  private final List<Mutation> mutations;
  private final ModelChecker shipped;
  private final Coverage coverage;
  private final Set<String> survivors = new TreeSet<>();

  Hunt(Accesses accesses, ModelChecker shipped, List<Class<? extends Scenario>> scenarios) {
    this.mutations = Mutator.all(accesses);
    this.shipped = shipped;
    this.coverage = Coverage.of(accesses, shipped, scenarios);
  }

  /** Asserts that a scenario tells a mutation. */
  static void assertFound(Mutation mutation, ModelChecker shipped) {
    Verdict verdict = shipped.changing(mutation).withPreemptions(PREEMPTIONS).check();
    assertNotNull(verdict.failure(), "it was not found");
    assertTrue(verdict.failure().trace().contains(" at "), "the execution is told");
  }

  /** The mutations that no scenario tells. */
  Set<String> survivors() throws InterruptedException, ExecutionException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    TreeMap<String, Future<Boolean>> found = new TreeMap<>();
    for (Mutation mutation : mutations) {
      found.put(mutation.id(), threads.submit(() -> isFound(mutation)));
    }
    for (var each : found.entrySet()) {
      if (!each.getValue().get()) {
        survivors.add(each.getKey());
      }
    }
    threads.shutdown();
    return survivors;
  }

  private boolean isFound(Mutation mutation) {
    List<Class<? extends Scenario>> scenarios = coverage.scenariosAt(mutation.site());
    ModelChecker mutated = shipped.changing(mutation).withPreemptions(PREEMPTIONS);
    return LongStream.of(FEW_EXECUTIONS, MOST_EXECUTIONS)
        .anyMatch(
            most ->
                scenarios.stream()
                    .anyMatch(scenario -> isTold(mutated.running(scenario).withExecutions(most))));
  }

  private static boolean isTold(ModelChecker mutated) {
    try {
      return mutated.check().failure() != null;
    } catch (UnmodelledException e) {
      return true; // the message of an exception: what is shipped throws none here
    }
  }

  @Override
  public String toString() {
    return String.format(
        "%d mutations, %d found, %d not, each with a reason",
        mutations.size(), mutations.size() - survivors.size(), survivors.size());
  }
}
