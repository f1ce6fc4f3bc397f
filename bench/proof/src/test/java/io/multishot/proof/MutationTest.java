package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.LastRun;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.UnmodelledException;
import io.multishot.modelchecker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios tell what is shipped from what has one bug. */
class MutationTest {

  private static final int PREEMPTIONS = 2;
  private static final long MOST_EXECUTIONS = 2000;

  /** So many tell most, wherever it is that they are told. */
  private static final long FEW_EXECUTIONS = 100;

  private static final long MANY_EXECUTIONS = 300_000;

  /** Some of each kind, in each build; and those that it takes more executions to find. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WEAKEN getAndSetAcquire Cell.publish: getAndSetState | Polling.AndWithdrawing",
        "WEAKEN getAndSetRelease Cell.publish: getAndSetState | Polling.AndWithdrawing",
        "WEAKEN getAcquire Blocking.awaitParked: stateVolatile | Receiving.ADisconnect",
        "WEAKEN compareAndExchangeAcquire Cell.register: compareAndSetState"
            + " | Polling.AndWithdrawing",
        "SPLIT Cell.register: compareAndSetState | Polling.AndWithdrawing",
        "IGNORE null Cell.register: stateVolatile | Polling.AndWithdrawing",
        "WEAKEN getAcquire Cell.runAbandonWaker: abandonWakerVolatile"
            + " | Abandoning.AsTheSenderIsTold",
        "WEAKEN setOpaque Cell.abandon: setSequenceRelease | Observing.AsTheSenderLooks",
        "SPLIT Cell.takeBack: compareAndSetAbandonWaker | Watching.AfterTheSenderWasHandedOn",
        "SPLIT SourceLease.claim: compareAndSet | Leasing.AndTakenBack",
        "SPLIT Callbacks.castOff: compareAndSetWord | Looping.ThatCloses",
        "SPLIT Callbacks.runByExecutor: compareAndSetWord | Handling.ByAnExecutorThatRunsItTwice",
        "SPLIT Callbacks.withdraw: compareAndSetWord | Handling.AndWithdrawingWhileItGoesOn",
        "WEAKEN getOpaque Callbacks.future: getAcquire | Promising.Closed",
        "IGNORE true Callbacks.wake: compareAndSetWord"
            + " | Serializing.OneAfterAnotherByAThreadAndARefusalThatIsLate",
        "SPLIT OutcomeFuture.claim: compareAndSet | Cancelling.CancelledAndWatched",
        "SPLIT GroupTicket.signal: compareAndSet | Grouping.Again",
        "SPLIT GroupTicket.narrow: compareAndSet | Grouping.ForAnyOfWhichOneIsSilent",
        "WEAKEN getAcquire GroupTicket.isFulfilled: getVolatile | Grouping.ForAll",
        "DELAY LongChannel.Sender.send: write value | Polling.ByTakingAtOnce",
        "WEAKEN setOpaque Cell.hasBeenAbandoned: setSequenceRelease | Observing.AsTwoOthersLook",
        "SPLIT Callbacks.drain: compareAndSetWord #3 | Looping.ThatRegistersAsTheNextIsDue",
        "WEAKEN setOpaque GroupMember.prepare: setRelease"
            + " | Grouping.WhileTheOldSenderIsWithinSend",
        "WEAKEN getOpaque GroupMember.wake: getAcquire | Grouping.WhileTheOldSenderIsWithinSend",
        "DELAY OutcomeFuture.settleWithoutOutcome: discard | Cancelling.CancelledAndGoneOn",
        "IGNORE true Cell.runAbandonWaker: isClaimedByCurrentThread"
            + " | Leasing.AndTakenBackAsItIsAbandoned"
      })
  void mutant_isFoundByItsScenario(String id, String scenario) {
    Mutation mutation =
        Mutator.all().stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
    Verdict verdict =
        mutated(mutation)
            .running(Scenarios.named(scenario))
            .withExecutions(MANY_EXECUTIONS)
            .check();
    assertNotNull(verdict.failure(), "it was not found");
    assertTrue(verdict.failure().trace().contains(" at "), "the execution is told");
  }

  @Test
  @Tag("deep")
  void mutants_areAllFoundExceptTheListedSurvivors() throws Exception {
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
    LastRun.note(
        "mutations",
        "%d mutations, %d found, %d not, each with a reason",
        found.size(),
        found.size() - survivors.size(),
        survivors.size());
    assertEquals(String.join("\n", Survivors.ofChannels()), String.join("\n", survivors));
  }

  private static boolean isFound(Mutation mutation, Coverage coverage) {
    List<Class<? extends Scenario>> scenarios = new ArrayList<>();
    coverage.scenarios().forEach(scenarios::add);
    ModelChecker mutated = mutated(mutation);
    return LongStream.of(FEW_EXECUTIONS, MOST_EXECUTIONS)
        .anyMatch(
            most ->
                scenarios.stream()
                    .filter(scenario -> coverage.reaches(scenario, mutation.site()))
                    .anyMatch(scenario -> isTold(mutated.running(scenario).withExecutions(most))));
  }

  private static boolean isTold(ModelChecker mutated) {
    try {
      return mutated.check().failure() != null;
    } catch (UnmodelledException e) {
      return true; // the message of an exception: what is shipped throws none here
    }
  }

  private static ModelChecker mutated(Mutation mutation) {
    return Scenarios.SHIPPED.changing(mutation).withPreemptions(PREEMPTIONS);
  }
}
