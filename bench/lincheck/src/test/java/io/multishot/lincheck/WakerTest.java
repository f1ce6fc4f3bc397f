package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver with wakers against its sender. */
@Tag("deep")
final class WakerTest {

  @ParameterizedTest
  @EnumSource
  void poll_racingWithTheSender_runsItsWakerOnce(Ending ending) {
    holds(WakerScenarios.registersWhileSender(ending));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void waker_thatIsReplaced_isNotRun(int times) {
    holds(WakerScenarios.replacesItsWaker(times));
  }

  @Test
  void poll_withTheSameWakerAgain_runsItOnce() {
    holds(WakerScenarios.pollsAgainWithTheSameWaker());
  }

  @Test
  void poll_whileAnEarlierSendIsNotOver_isNotWokenByIt() {
    holds(WakerScenarios.recyclesInsideSend());
  }

  @Test
  void waker_canTakeTheValue() {
    holds(WakerScenarios.takesInsideItsWaker());
  }

  @Test
  void waker_canArmTheNextShot() {
    holds(WakerScenarios.recyclesInsideItsWaker());
  }

  @Test
  void waker_canCloseTheReceiver() {
    holds(WakerScenarios.closesInsideItsWaker());
  }

  @Test
  void waker_thatThrows_changesNothingElse() {
    holds(WakerScenarios.throwsFromItsWaker());
  }

  @Test
  void waker_thatIsWithdrawn_isNotRun() {
    holds(WakerScenarios.withdrawsWhileSending());
  }

  @Test
  void close_racingWithSend_runsTheWakerOnlyIfTheValueCameFirst() {
    holds(WakerScenarios.closesWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
