package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.fixtures.LastRun;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios tell what is shipped from what has one bug. */
class MutationTest {

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
    Hunt.assertFound(
        Mutator.named(id, Accesses.OF_CHANNELS),
        Scenarios.checker(Scenarios.named(scenario)).withExecutions(MANY_EXECUTIONS));
  }

  @Test
  @Tag("deep")
  void mutants_areAllFoundExceptTheListedSurvivors() throws Exception {
    Hunt hunt = new Hunt(Accesses.OF_CHANNELS, Scenarios.SHIPPED, Scenarios.all());
    Set<String> survivors = hunt.survivors();
    LastRun.note("mutations", "%s", hunt);
    assertEquals(String.join("\n", Survivors.ofChannels()), String.join("\n", survivors));
  }
}
