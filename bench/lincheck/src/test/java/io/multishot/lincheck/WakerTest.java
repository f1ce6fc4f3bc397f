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
  void aWakerIsRunOnce(Ending ending) {
    holds(WakerScenarios.registersWhileSender(ending));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aReplacedWakerIsNotRun(int times) {
    holds(WakerScenarios.replacesItsWaker(times));
  }

  @Test
  void aWakerThatIsPolledWithAgainIsRunOnce() {
    holds(WakerScenarios.pollsAgainWithTheSameWaker());
  }

  @Test
  void aSenderInsideSendWakesNobodyOfTheNextShot() {
    holds(WakerScenarios.recyclesInsideSend());
  }

  @Test
  void aWakerMayTake() {
    holds(WakerScenarios.takesInsideItsWaker());
  }

  @Test
  void aWakerMayRecycle() {
    holds(WakerScenarios.recyclesInsideItsWaker());
  }

  @Test
  void aWakerMayClose() {
    holds(WakerScenarios.closesInsideItsWaker());
  }

  @Test
  void aWakerThatThrowsHarmsNobody() {
    holds(WakerScenarios.throwsFromItsWaker());
  }

  @Test
  void aWithdrawnWakerIsNotRun() {
    holds(WakerScenarios.withdrawsWhileSending());
  }

  @Test
  void aWakerOfAClosedReceiverIsNotRun() {
    holds(WakerScenarios.closesWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
