package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A group of two receivers against their senders. */
@Tag("deep")
final class GroupTest {

  @Test
  void aWakerIsRunForTheFirstOnly() {
    holds(GroupScenarios.pollsForAny());
  }

  @Test
  void aLoserWakesTheWaitThatIsOn() {
    holds(GroupScenarios.pollsAgainWhileTheLoserSends());
  }

  @Test
  void aSenderInsideSendWakesNobodyOfTheNextWait() {
    holds(GroupScenarios.recyclesInsideSend());
  }

  @Test
  void aWakerIsRunForTheLastOfAll() {
    holds(GroupScenarios.pollsForAll());
  }

  @Test
  void aWithdrawnGroupMayBePolledAgain() {
    holds(GroupScenarios.withdrawsWhileSending());
  }

  @Test
  void aWakerIsRunForAReceiverThatIsClosed() {
    holds(GroupScenarios.closesOneWhilePollingForAny());
  }

  @Test
  void aReceiverThatIsRenewedIsWaitedForNoMore() {
    holds(GroupScenarios.renewsOneWhilePollingForAll());
  }

  @Test
  void aSenderOfARenewedReceiverWakesNobodyOfTheNextWait() {
    holds(GroupScenarios.renewsOneWhileItSends());
  }

  @Test
  void aThreadWaitsForAny() {
    holdsParked(GroupScenarios.waitsForAnyTwice());
  }

  @Test
  void aThreadWaitsForAll() {
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
