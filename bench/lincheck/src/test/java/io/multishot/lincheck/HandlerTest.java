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
  void onReceive_racingWithTheSender_runsTheHandlerOnce(Ending ending) {
    holds(HandlerScenarios.registersWhileSender(ending));
  }

  @Test
  void handler_thatRegistersItself_runsOncePerShotWithoutOverlap() {
    holds(HandlerScenarios.registersItselfAgain());
  }

  @Test
  void handler_thatIsWithdrawn_isNotRun() {
    holds(HandlerScenarios.withdrawsWhileSending());
  }

  @Test
  void handler_ofARenewedShot_isNotRun() {
    holds(HandlerScenarios.renewsBeforeTheHandlerIsRun());
  }

  @Test
  void lateTask_ofAnEarlierShot_doesNotRunTheNextShotsHandler() {
    holds(HandlerScenarios.runsTheHandlerOfAnEarlierShot());
  }

  @Test
  void handler_ofAClosedReceiver_isNotRun() {
    holds(HandlerScenarios.closesBeforeTheHandlerIsRun());
  }

  @Test
  void onReceive_afterWithdrawRacingWithSend_runsOneHandler() {
    holds(HandlerScenarios.withdrawsAndRegistersAgain());
  }

  @ParameterizedTest
  @EnumSource(names = {"INLINE", "POOL", "RUN_THEN_REFUSED"})
  void handler_thatRegistersItselfByAnExecutor_runsOncePerShotWithoutOverlap(Executors kind) {
    holds(HandlerScenarios.registersItselfAgainWith(kind, 2));
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "TAKEN_THEN_REFUSED", "RUN_THEN_REFUSED"})
  void refusal_losesNoOutcome(Executors kind) {
    holds(HandlerScenarios.isRefused(kind));
  }

  @Test
  void refusal_ofATaskThatRuns_leavesTheNextRegistration() {
    holds(HandlerScenarios.isRefusedAfterItWasRun());
  }

  @Test
  void refusedTask_thatIsRun_doesNothing() {
    holds(HandlerScenarios.runsWhatItHasRefused());
  }

  @Test
  void task_runTwice_runsItsHandlerOnce() {
    holds(HandlerScenarios.isRunTwiceByItsExecutor());
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "INLINE", "POOL"})
  void lateWake_ofAnEarlierShot_doesNotRunTheNextHandler(Executors kind) {
    holds(HandlerScenarios.takesBeforeItIsWoken(kind));
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
  }
}
