package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers and futures against the sender. */
@Tag("deep")
final class HandlerTest {

  @ParameterizedTest
  @EnumSource
  void aHandlerIsRunOnce(Ending ending) {
    holds(HandlerScenarios.registersWhileSender(ending));
  }

  @Test
  void aHandlerThatRegistersItselfIsNeitherNestedNorForgotten() {
    holds(HandlerScenarios.registersItselfAgain());
  }

  @Test
  void aWithdrawnHandlerIsNotRun() {
    holds(HandlerScenarios.withdrawsWhileSending());
  }

  @Test
  void aHandlerOfARenewedShotIsNotRun() {
    holds(HandlerScenarios.renewsBeforeTheHandlerIsRun());
  }

  @Test
  void aLateRunIsNotTakenForTheNextShots() {
    holds(HandlerScenarios.runsTheHandlerOfAnEarlierShot());
  }

  @Test
  void aFutureIsCancelledOrHasTheValue() {
    holds(FutureScenarios.cancelsWhileSending());
  }

  @Test
  void aFutureIsCompletedByOneSide() {
    holds(FutureScenarios.completesWhileSending());
  }

  @Test
  void aFutureHasTheValueHoweverLateItIsMade() {
    holds(FutureScenarios.isMadeWhileSending());
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }
}
