package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner of a slab's shot that blocks is woken by whoever ends it, and by nobody else. */
final class SlabWaitTest {

  @Test
  void receive_racingWithTheSender_getsTheValue() {
    holds(SlabWaitScenarios.receivesWhileSending());
  }

  @Test
  void receive_withAStalePermit_waitsForItsOwnValue() {
    holds(SlabWaitScenarios.receivesTwice());
  }

  @Test
  void await_ofAShotThatIsAbandoned_ends() {
    holds(SlabWaitScenarios.awaitsWhileAbandoned());
  }

  @Test
  void await_ofAShotWhoseSlotIsUsedAgain_endsAndLeavesTheNextAlone() {
    holds(SlabWaitScenarios.awaitsWhileItsSlotIsUsedAgain());
  }

  @Test
  void receive_whileTheSlabIsClosed_getsTheCause() {
    holds(SlabWaitScenarios.receivesWhileClosing());
  }

  @Test
  void receive_valueRacesWithAnInterrupt_losesNeither() {
    holds(SlabWaitScenarios.isInterruptedWhileSending());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void receive_withATimeOut_losesNoValue(long nanos) {
    holds(SlabWaitScenarios.receivesWithin(nanos));
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    Exploration.explore(Product.UNPADDED, scenario, Parking.LASTS_UNTIL_UNPARKED);
  }
}
