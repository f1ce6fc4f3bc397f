package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Futures against the sender, the receiver's owner, and whoever else completes them. */
@Tag("deep")
final class FutureTest {

  @Test
  void aFutureIsCancelledOrHasTheValue() {
    holds(FutureScenarios.cancelsWhileSending());
  }

  @Test
  void aReceiverIsFreeOnceItsFutureIsDone() {
    holds(FutureScenarios.isCancelledWhileSending());
    holds(FutureScenarios.isCancelledInVain());
    holds(FutureScenarios.isMadeTwice());
  }

  @Test
  void aFutureIsCompletedByOneSide() {
    holds(FutureScenarios.completesWhileSending());
  }

  @Test
  void aFutureIsCompletedByOneOfThree() {
    holds(FutureScenarios.isCompletedByTwoWhileSending());
  }

  @Test
  void aFutureMayBeObtruded() {
    holds(FutureScenarios.obtrudesWhileSending());
  }

  @Test
  void aSenderIsToldOfACancelledFuture() {
    holds(FutureScenarios.cancelsWhileAskingToBeTold());
  }

  @Test
  void aFutureIsTakenBackOrHasTheValue() {
    holds(FutureScenarios.withdrawsWhileSending());
  }

  @Test
  void aFutureIsTakenBackOrCancelled() {
    holds(FutureScenarios.withdrawsWhileCancelling());
  }

  @Test
  void aFutureOfARenewedShotIsDone() {
    holds(FutureScenarios.renewsWhileSending());
    holds(FutureScenarios.renewsWhileCancellingAndSending());
  }

  @Test
  void aFutureOfAClosedReceiverIsDone() {
    holds(FutureScenarios.closesWhileCancelling());
  }

  @Test
  void aFutureHasTheValueHoweverLateItIsMade() {
    holds(FutureScenarios.isMadeWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }
}
