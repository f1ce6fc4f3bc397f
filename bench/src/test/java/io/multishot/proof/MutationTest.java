package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios tell what is shipped from what has one bug. */
class MutationTest {

  private static final Path SURVIVORS = Path.of("src/test/java/io/multishot/proof/MUTATIONS.md");
  private static final Pattern ID = Pattern.compile("^\\* `(.*)`$", Pattern.MULTILINE);
  private static final int PREEMPTIONS = 2;
  private static final long MOST_EXECUTIONS = 2000;

  /** So many tell most, wherever it is that they are told. */
  private static final long FEW_EXECUTIONS = 100;

  /** Some of each kind, in each build. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WEAKEN getAndSetAcquire MultiShotSender.end: getAndSetState | Receiving.AValue",
        "WEAKEN getAndSetRelease MultiShotSender.end: getAndSetState | Polling.AndWithdrawing",
        "WEAKEN getOpaque MultiShotReceiver.awaitValue: stateAcquire | Receiving.AValue",
        "WEAKEN getAcquire Waiting.park: stateVolatile | Receiving.ADisconnect",
        "WEAKEN getAcquire Waiting.register: stateVolatile | Polling.AndWithdrawing",
        "WEAKEN compareAndExchangeAcquire Waiting.register: compareAndSetState"
            + " | Polling.FromWithinTheWaker",
        "WEAKEN getAndSetRelease MultiShotSender.onAbandoned: getAndSetAbandonWaker"
            + " | Abandoning.AsTheSenderIsTold",
        "WEAKEN getAcquire ReceiverGroup.left: getVolatile | Grouping.ForAnyOfWhichOneIsSilent",
        "SPLIT MultiShotSender.end: getAndSetState | Polling.WithAWaker",
        "SPLIT Waiting.register: compareAndSetState | Polling.WithAWaker",
        "SPLIT Delivery.run: getAndAdd | Handling.TheNextShotsAsWell",
        "SPLIT ReceiverGroup.beginAny: compareAndSet | Grouping.ForAnyOfWhichOneIsSilent",
        "IGNORE true Waiting.register: compareAndSetState | Polling.WithAWaker",
        "IGNORE false MultiShotSender.onAbandoned: isAbandoned | Abandoning.AsTheSenderIsTold",
        "DELAY LongChannel.Sender.send: write value | Polling.ByTakingAtOnce",
        "DELAY MultiShotSender.end: setAbandonWakerOpaque | Abandoning.AfterTheSenderHasSent",
        "DELAY MultiShotReceiver.close: replaceCell | Abandoning.AsTheSenderIsTold"
      })
  void aSeededBugIsFound(String id, String scenario) {
    Mutation mutation =
        Mutator.all().stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
    Verdict verdict = check(mutation, Scenarios.named(scenario), MOST_EXECUTIONS);
    assertNotNull(verdict.failure(), "it was not found");
    assertTrue(verdict.failure().trace().contains(" at "), "the execution is told");
  }

  @Test
  @Tag("deep")
  void allAreFoundButThoseThatNobodyCanTell() throws Exception {
    Coverage coverage = Coverage.of(Scenarios.all());
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    TreeMap<String, Future<Boolean>> found = new TreeMap<>();
    for (Mutation mutation : Mutator.all()) {
      found.put(mutation.id(), threads.submit(() -> isFound(mutation, coverage)));
    }
    Set<String> survivors = new TreeSet<>();
    for (var each : found.entrySet()) {
      if (!each.getValue().get()) {
        survivors.add(each.getKey());
      }
    }
    threads.shutdown();
    System.out.printf("%d mutations, %d survive%n", found.size(), survivors.size());
    assertEquals(String.join("\n", expected()), String.join("\n", survivors));
  }

  private static boolean isFound(Mutation mutation, Coverage coverage) {
    List<Class<? extends Scenario>> scenarios = new ArrayList<>();
    coverage.scenarios().forEach(scenarios::add);
    return LongStream.of(FEW_EXECUTIONS, MOST_EXECUTIONS)
        .anyMatch(
            most ->
                scenarios.stream()
                    .filter(scenario -> coverage.reaches(scenario, mutation.site()))
                    .anyMatch(scenario -> check(mutation, scenario, most).failure() != null));
  }

  private static Verdict check(
      Mutation mutation, Class<? extends Scenario> scenario, long mostExecutions) {
    return Scenarios.checker(scenario)
        .withPreemptions(PREEMPTIONS)
        .withExecutions(mostExecutions)
        .changing(mutation)
        .check();
  }

  private static Set<String> expected() throws IOException {
    return ID.matcher(Files.readString(SURVIVORS))
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
