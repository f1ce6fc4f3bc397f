package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A group of two receivers against their senders. */
@Tag("deep")
final class GroupTest {

  @Test
  void pollAny_racingWithBothSenders_runsItsWakerOnce() {
    holds(GroupScenarios.pollsForAny());
  }

  @Test
  void pollAny_againWhileTheLoserSends_runsEachRegisteredWakerOnce() {
    holds(GroupScenarios.pollsAgainWhileTheLoserSends());
  }

  @Test
  void pollAny_whileAnEarlierSendIsNotOver_isNotWokenByIt() {
    holds(GroupScenarios.recyclesInsideSend());
  }

  @Test
  void pollAll_racingWithBothSenders_runsItsWakerOnce() {
    holds(GroupScenarios.pollsForAll());
  }

  @Test
  void withdraw_racingWithSend_allowsAnotherPollAny() {
    holds(GroupScenarios.withdrawsWhileSending());
  }

  @Test
  void close_ofAMemberRacingWithSend_runsTheWakerOnce() {
    holds(GroupScenarios.closesOneWhilePollingForAny());
  }

  @Test
  void renew_ofAMemberDuringPollAll_endsTheWaitForItsOldShot() {
    holds(GroupScenarios.renewsOneWhilePollingForAll());
  }

  @Test
  void renew_ofAMemberWhileItSends_wakesNoLaterWait() {
    holds(GroupScenarios.renewsOneWhileItSends());
  }

  @Test
  void awaitAny_twiceRacingWithBothSenders_findsBoth() {
    holdsParked(GroupScenarios.waitsForAnyTwice());
  }

  @Test
  void awaitAll_racingWithBothSenders_waitsForBoth() {
    holdsParked(GroupScenarios.waitsForAll());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }

  private static void holdsParked(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    Exploration.explore(Product.UNPADDED, scenario, Parking.LASTS_UNTIL_UNPARKED);
  }
}
