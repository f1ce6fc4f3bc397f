package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver that gives up, against its sender. */
final class AbandonTest {

  @ParameterizedTest
  @EnumSource
  void close_racingWithTheSender_leavesTheReceiverDisconnected(Ending ending) {
    holds(AbandonScenarios.closesWhileSender(ending));
  }

  @Test
  void onAbandoned_racingWithClose_runsTheWakerOnce() {
    holds(AbandonScenarios.asksToBeToldWhileClosing());
  }

  @Test
  void onAbandoned_racingWithRenew_runsTheWakerOnce() {
    holds(AbandonScenarios.asksToBeToldWhileRenewing());
  }

  @Test
  void onAbandoned_twiceRacingWithClose_runsTheLastWaker() {
    holds(AbandonScenarios.asksTwiceToBeTold());
  }

  @Test
  void abandonWaker_ofAValueThatArrives_isNotRun() {
    holds(AbandonScenarios.asksToBeToldAndSends());
  }

  @Test
  void abandonWaker_ofALaterShotThatIsAbandoned_isNotRun() {
    holds(AbandonScenarios.isNotToldOfTheNextShot());
  }

  @Test
  void send_onceTheShotIsSeenAbandoned_returnsFalse() {
    holds(AbandonScenarios.looksWhetherItIsAbandoned());
  }

  @Test
  void isAbandoned_seenByAThirdThread_staysTrue() {
    holds(AbandonScenarios.isSeenToBeAbandoned());
  }

  @Test
  void isAbandoned_seenByTheReceiver_staysTrue() {
    holds(AbandonScenarios.staysAbandonedWhileItSends());
  }

  @Test
  void abandonWaker_afterSendHasReturned_isNotRun() {
    holds(AbandonScenarios.waitsForItsWaker());
  }

  @Test
  @Tag("deep")
  void abandonWaker_canCloseItsSender() {
    holds(AbandonScenarios.closesInsideItsWaker());
  }

  @Test
  void lateSource_racingWithRenew_reachesNoLaterShot() {
    holds(AbandonScenarios.renewsWhileItsSourceCompletes());
  }

  @Test
  void close_byBothSidesAfterSendFrom_leavesTheReceiverDisconnected() {
    holds(AbandonScenarios.closesWhatIsLeftWhileClosing());
  }

  @Test
  @Tag("deep")
  void abandonWaker_afterCloseOfAShotLeftToASource_isNotRun() {
    holds(AbandonScenarios.waitsForTheWakerOfWhatIsLeft());
  }

  @Test
  @Tag("deep")
  void close_racingWithTheSource_endsTheShotOnce() {
    holds(AbandonScenarios.closesWhileItsSourceCompletes());
  }

  @Test
  @Tag("deep")
  void lateSource_ofAClosedShot_reachesNoLaterShot() {
    holds(AbandonScenarios.armsWhileItsSourceCompletes());
  }

  @Test
  @Tag("deep")
  void sendFrom_racingWithRenew_notifiesOnceAndReachesNoLaterShot() {
    holds(AbandonScenarios.leavesItWhileRenewing());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
