package io.multishot.lincheck;

import io.multishot.lincheck.Exploration.Parking;
import io.multishot.lincheck.HandlerScenarios.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers, and their executors, against the sender. */
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
  void aHandlerOfAClosedReceiverIsNotRun() {
    holds(HandlerScenarios.closesBeforeTheHandlerIsRun());
  }

  @Test
  void aWithdrawnHandlerMayBeRegisteredAgain() {
    holds(HandlerScenarios.withdrawsAndRegistersAgain());
  }

  @ParameterizedTest
  @EnumSource(names = {"INLINE", "POOL", "RUN_THEN_REFUSED"})
  void anExecutorsRunsAreNeitherNestedNorForgotten(Executors kind) {
    holds(HandlerScenarios.registersItselfAgainWith(kind, 2));
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "TAKEN_THEN_REFUSED", "RUN_THEN_REFUSED"})
  void aRefusalLosesNothing(Executors kind) {
    holds(HandlerScenarios.isRefused(kind));
  }

  @Test
  void aRefusalDoesNotUndoTheNextRegistration() {
    holds(HandlerScenarios.isRefusedAfterItWasRun());
  }

  @Test
  void aRefusedTaskIsNobodysAnyMore() {
    holds(HandlerScenarios.runsWhatItHasRefused());
  }

  @Test
  void aTaskIsRunOnceHoweverOftenItsExecutorDoes() {
    holds(HandlerScenarios.isRunTwiceByItsExecutor());
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "INLINE", "POOL"})
  void aLateSenderDoesNotWakeTheNextHandler(Executors kind) {
    holds(HandlerScenarios.takesBeforeItIsWoken(kind));
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }
}
