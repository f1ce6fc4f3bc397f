package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Futures against the sender, the receiver's owner, and whoever else completes them. */
@Tag("deep")
final class FutureTest {

  @Test
  void cancel_racingWithSend_hasOneWinner() {
    holds(FutureScenarios.cancelsWhileSending());
  }

  @Test
  void receiver_onceItsFutureIsDone_armsTheNextShot() {
    holds(FutureScenarios.isCancelledWhileSending());
    holds(FutureScenarios.isCancelledInVain());
    holds(FutureScenarios.isMadeTwice());
  }

  @Test
  void complete_racingWithSend_hasOneWinner() {
    holds(FutureScenarios.completesWhileSending());
  }

  @Test
  void completeAndCancel_racingWithSend_haveOneWinner() {
    holds(FutureScenarios.isCompletedByTwoWhileSending());
  }

  @Test
  void obtrudeValue_racingWithSend_replacesTheValue() {
    holds(FutureScenarios.obtrudesWhileSending());
  }

  @Test
  void cancel_racingWithOnAbandoned_runsTheWakerOnce() {
    holds(FutureScenarios.cancelsWhileAskingToBeTold());
  }

  @Test
  void withdraw_racingWithSend_hasOneWinner() {
    holds(FutureScenarios.withdrawsWhileSending());
  }

  @Test
  void withdraw_racingWithCancel_hasOneWinner() {
    holds(FutureScenarios.withdrawsWhileCancelling());
  }

  @Test
  void renew_racingWithSendAndCancel_leavesTheFutureDone() {
    holds(FutureScenarios.renewsWhileSending());
    holds(FutureScenarios.renewsWhileCancellingAndSending());
  }

  @Test
  void close_racingWithCancel_leavesTheFutureDone() {
    holds(FutureScenarios.closesWhileCancelling());
  }

  @Test
  void toFuture_racingWithSend_hasTheValue() {
    holds(FutureScenarios.isMadeWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }
}
