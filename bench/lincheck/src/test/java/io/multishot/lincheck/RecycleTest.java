package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver that arms the next shot, against the sender of this one. */
@Tag("deep")
final class RecycleTest {

  @Test
  void anUnreadValueIsDropped() {
    holds(RecycleScenarios.dropsWhatIsUnread());
  }

  @ParameterizedTest
  @EnumSource
  void anOutcomeIsDroppedOrStays(Ending ending) {
    holds(RecycleScenarios.dropsWhileSender(ending));
  }

  @Test
  void aValueIsOwnedByOneSide() {
    holds(RecycleScenarios.renewsWhileSending());
  }

  @ParameterizedTest
  @EnumSource
  void aStaleSenderReachesNoLaterShot(Ending ending) {
    holds(RecycleScenarios.renewsWhileStaleSender(ending));
  }

  @Test
  void twoStaleSendersReachNoLaterShot() {
    holds(RecycleScenarios.renewsTwiceWhileSending());
  }

  @Test
  void aWakerOfARenewedShotIsNotRun() {
    holds(RecycleScenarios.renewsWithAWaker());
  }

  @Test
  void aReferenceIsLetGoOfByAClosedChannel() {
    holds(ReferenceScenarios.closesWhileSending());
  }

  @Test
  void aReferenceIsLetGoOfByARenewedChannel() {
    holds(ReferenceScenarios.renewsWhileSending());
  }

  @Test
  void aReferenceIsLetGoOfByTheNextShot() {
    holds(ReferenceScenarios.armsWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
