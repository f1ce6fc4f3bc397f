package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that blocks against its sender: parked, looking first, and spinning. */
@Tag("deep")
final class WaitTest {

  @ParameterizedTest
  @EnumSource
  void receive_racingWithTheSender_getsTheOutcome(Ending ending) {
    holds(WaitScenarios.receivesWhileSender(ending));
  }

  @Test
  void receive_thatSpins_getsTheOutcome() {
    holdsForThoseThatLook(WaitScenarios.receivesWhileSender(Ending.SENDS));
  }

  @Test
  void receive_withAStalePermit_waitsForItsOwnValue() {
    holds(WaitScenarios.receivesTwice());
  }

  @Test
  void receive_replacesTheWaker() {
    holds(WaitScenarios.replacesAWakerByItself());
  }

  @Test
  void receive_unparkedByAStranger_keepsWaiting() {
    holds(WaitScenarios.isUnparkedByAStranger());
  }

  @Test
  void receive_byAnInterruptedThread_keepsTheShotLive() {
    holds(WaitScenarios.wasInterruptedBefore());
  }

  @Test
  void receive_valueRacesWithAnInterrupt_losesNeither() {
    holds(WaitScenarios.isInterruptedWhileSending());
  }

  @Test
  void receive_interruptedJustBeforeTheValue_losesNeither() {
    holds(WaitScenarios.isInterruptedByItsSender());
  }

  @Test
  void receiveUninterruptibly_thatIsInterrupted_keepsTheInterrupt() {
    holds(WaitScenarios.isInterruptedInVain());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void receive_withATimeOut_losesNoValue(long nanos) {
    holds(WaitScenarios.receivesWithin(nanos));
  }

  @Test
  void receive_afterAHandOver_getsTheValue() {
    holds(WaitScenarios.isHandedOver());
  }

  @Test
  void waker_canHandOverTheReceiver() {
    holds(WaitScenarios.isHandedOverByItsWaker());
  }

  @Test
  void receive_handedOverAfterAnInterrupt_getsTheValue() {
    holds(WaitScenarios.isHandedOverWhenInterrupted());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    Exploration.explore(Product.UNPADDED, scenario, Parking.LASTS_UNTIL_UNPARKED);
    if (Exploration.IS_DEEP) {
      holdsForThoseThatLook(scenario);
    }
  }

  private static void holdsForThoseThatLook(Scenario scenario) {
    Exploration.explore(Product.SPINNING, scenario, Parking.LASTS_UNTIL_UNPARKED);
    Exploration.explore(Product.BUSY, scenario, Parking.LASTS_UNTIL_UNPARKED);
  }
}
