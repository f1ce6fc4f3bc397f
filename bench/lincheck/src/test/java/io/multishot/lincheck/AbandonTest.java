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
  void bothSidesMayEndTheShot(Ending ending) {
    holds(AbandonScenarios.closesWhileSender(ending));
  }

  @Test
  void aSenderIsToldOnceOfAClosedReceiver() {
    holds(AbandonScenarios.asksToBeToldWhileClosing());
  }

  @Test
  void aSenderIsToldOnceOfARenewedReceiver() {
    holds(AbandonScenarios.asksToBeToldWhileRenewing());
  }

  @Test
  void theLastWakerIsTold() {
    holds(AbandonScenarios.asksTwiceToBeTold());
  }

  @Test
  void aSenderIsNotToldOfWhatArrives() {
    holds(AbandonScenarios.asksToBeToldAndSends());
  }

  @Test
  void aSenderIsNotToldOfALaterShot() {
    holds(AbandonScenarios.isNotToldOfTheNextShot());
  }

  @Test
  void nothingArrivesOnceItIsAbandoned() {
    holds(AbandonScenarios.looksWhetherItIsAbandoned());
  }

  @Test
  void whatWasSeenToBeAbandonedStaysSo() {
    holds(AbandonScenarios.isSeenToBeAbandoned());
  }

  @Test
  void aSenderStaysAbandonedForItsReceiver() {
    holds(AbandonScenarios.staysAbandonedWhileItSends());
  }

  @Test
  void aSenderIsNotToldAfterItHasSent() {
    holds(AbandonScenarios.waitsForItsWaker());
  }

  @Test
  @Tag("deep")
  void aWakerMayCloseItsSender() {
    holds(AbandonScenarios.closesInsideItsWaker());
  }

  @Test
  void aSourceThatIsLateReachesNoLaterShot() {
    holds(AbandonScenarios.renewsWhileItsSourceCompletes());
  }

  @Test
  void aShotThatIsLeftToASourceMayBeClosedByBothSides() {
    holds(AbandonScenarios.closesWhatIsLeftWhileClosing());
  }

  @Test
  @Tag("deep")
  void aSenderIsNotToldAfterItHasClosedWhatItLeft() {
    holds(AbandonScenarios.waitsForTheWakerOfWhatIsLeft());
  }

  @Test
  @Tag("deep")
  void aShotIsEndedByItsSourceOrByItsSender() {
    holds(AbandonScenarios.closesWhileItsSourceCompletes());
  }

  @Test
  @Tag("deep")
  void aSourceOfAClosedShotReachesNoLaterOne() {
    holds(AbandonScenarios.armsWhileItsSourceCompletes());
  }

  @Test
  @Tag("deep")
  void aShotMayBeLeftToASourceWhileItIsAbandoned() {
    holds(AbandonScenarios.leavesItWhileRenewing());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
