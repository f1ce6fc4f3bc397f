package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.fixtures.LastRun;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios tell the slabs that are shipped from those that have one bug. */
class SlotMutationTest {

  private static final long MANY_EXECUTIONS = 300_000;

  /** Some of each kind, in each build; and those that it takes more executions to find. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WEAKEN compareAndExchangeAcquire SlotTable.publishShot: compareAndSetWord | Slots.Polled",
        "WEAKEN compareAndExchangeAcquire SlotTable.giveBack: compareAndSetWord"
            + " | Slots.TakenAndUsedByAnother",
        "WEAKEN getAcquire SlotBlocking.park: wordNow | Slots.Received",
        "WEAKEN getOpaque SlotTable.register: waiterAcquire | SlotWaits.ReplacedLate",
        "WEAKEN setOpaque SlotTable.untake: setWordRelease | SlotTasks.RefusedAndTaken",
        "DELAY AnswerSlab.send: setBits | Slots.Polled",
        "SPLIT SlotTable.claimShot: compareAndSetWord | Slots.SentByTwo",
        "SPLIT SlotTable.tryAbandon: compareAndSetWord | Slots.UsedAgain",
        "IGNORE true SlotTable.abandon: isOf | Slots.AbandonedByTwo",
        "IGNORE true Slab.freeIfTaken: isOf | SlotTasks.PromisedAgain",
        "IGNORE null SlotTable.acquireSlot: closing #2 | SlotEnds.Closed"
      })
  void mutant_isFoundByItsScenario(String id, String scenario) {
    Hunt.assertFound(
        Mutator.named(id, Accesses.OF_SLABS),
        SlotScenarios.SHIPPED
            .running(SlotScenarios.named(scenario))
            .withExecutions(MANY_EXECUTIONS));
  }

  @Test
  @Tag("deep")
  void mutants_areAllFoundExceptTheListedSurvivors() throws Exception {
    Hunt hunt = new Hunt(Accesses.OF_SLABS, SlotScenarios.SHIPPED, SlotScenarios.all());
    Set<String> survivors = hunt.survivors();
    LastRun.note("mutations of slabs", "%s", hunt);
    assertEquals(String.join("\n", Survivors.ofSlabs()), String.join("\n", survivors));
  }
}
