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
  void aReceiverLearnsTheOutcome(Ending ending) {
    holds(WaitScenarios.receivesWhileSender(ending));
  }

  @Test
  void aReceiverThatLooksFirstLearnsTheOutcome() {
    holdsForThoseThatLook(WaitScenarios.receivesWhileSender(Ending.SENDS));
  }

  @Test
  void aStalePermitIsNoOutcome() {
    holds(WaitScenarios.receivesTwice());
  }

  @Test
  void aReceiverMayWaitInPlaceOfItsWaker() {
    holds(WaitScenarios.replacesAWakerByItself());
  }

  @Test
  void aStrangersUnparkIsNoOutcome() {
    holds(WaitScenarios.isUnparkedByAStranger());
  }

  @Test
  void anInterruptBeforehandLeavesTheShotOpen() {
    holds(WaitScenarios.wasInterruptedBefore());
  }

  @Test
  void anInterruptLosesNoValueAndIsNotLost() {
    holds(WaitScenarios.isInterruptedWhileSending());
  }

  @Test
  void anInterruptJustBeforeTheValueLosesNeither() {
    holds(WaitScenarios.isInterruptedByItsSender());
  }

  @Test
  void anInterruptStaysPendingWhereItIsNotHeeded() {
    holds(WaitScenarios.isInterruptedInVain());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void aTimeLimitLosesNoValue(long nanos) {
    holds(WaitScenarios.receivesWithin(nanos));
  }

  @Test
  void aReceiverMayBeHandedOver() {
    holds(WaitScenarios.isHandedOver());
  }

  @Test
  void aWakerMayHandTheReceiverOver() {
    holds(WaitScenarios.isHandedOverByItsWaker());
  }

  @Test
  void anInterruptedOwnerMayHandTheReceiverOver() {
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
