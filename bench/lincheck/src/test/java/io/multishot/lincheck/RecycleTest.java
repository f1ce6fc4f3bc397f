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
  void trySender_racingWithSend_discardsTheUnreadValue() {
    holds(RecycleScenarios.dropsWhatIsUnread());
  }

  @ParameterizedTest
  @EnumSource
  void drop_racingWithTheSender_discardsTheOutcomeOrLeavesIt(Ending ending) {
    holds(RecycleScenarios.dropsWhileSender(ending));
  }

  @Test
  void renew_racingWithSend_discardsTheValueOrAbandonsTheSender() {
    holds(RecycleScenarios.renewsWhileSending());
  }

  @ParameterizedTest
  @EnumSource
  void staleSender_afterRenew_reachesNoLaterShot(Ending ending) {
    holds(RecycleScenarios.renewsWhileStaleSender(ending));
  }

  @Test
  void twoStaleSenders_afterRenew_reachNoLaterShot() {
    holds(RecycleScenarios.renewsTwiceWhileSending());
  }

  @Test
  void renew_racingWithSend_runsTheWakerOnlyIfTheValueCameFirst() {
    holds(RecycleScenarios.renewsWithAWaker());
  }

  @Test
  void close_racingWithSend_clearsTheReference() {
    holds(ReferenceScenarios.closesWhileSending());
  }

  @Test
  void renew_racingWithSend_clearsTheReference() {
    holds(ReferenceScenarios.renewsWhileSending());
  }

  @Test
  void trySender_racingWithSend_clearsTheReference() {
    holds(ReferenceScenarios.armsWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.PADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
