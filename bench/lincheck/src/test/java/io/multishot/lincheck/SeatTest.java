package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.lincheck.Exploration.Parking;
import io.multishot.lincheck.SeatScenarios.Waiting;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that waits at a seat is woken by the next question, and by the end. */
final class SeatTest {

  /** The search ends with the one that catches the mutant. */
  private static final int MOST_SCHEDULES = 4000;

  static {
    SeatScenarios.start();
  }

  @Test
  void awaitRequest_racingWithTheCaller_showsTheQuestion() {
    holds(SeatScenarios.isAsked(Waiting.SHIPPED));
  }

  @Test
  void awaitRequest_withAStalePermit_showsEachQuestion() {
    holds(SeatScenarios.asksTwice());
  }

  @Test
  void awaitRequest_whileTheCallerIsClosed_ends() {
    holds(SeatScenarios.closesOnly());
  }

  @Test
  void awaitRequest_whileAQuestionIsGivenUp_showsTheNext() {
    holds(SeatScenarios.givesUpAndAsks());
  }

  @Test
  void close_asTheQuestionIsAsked_disconnectsIt() {
    holds(SeatScenarios.leavesAsItIsAsked());
  }

  @Test
  void close_ofASeatWhoseQuestionAnotherHas_leavesItToThat() {
    holds(SeatScenarios.leavesWhileAnotherAnswers());
  }

  @Test
  void awaitRequest_whileAnotherAnswers_showsTheNextQuestionOnly() {
    holds(SeatScenarios.asksAgainWhileAnotherAnswers());
  }

  @Test
  void awaitRequest_questionRacesWithAnInterrupt_losesNeither() {
    holds(SeatScenarios.isInterruptedAsItIsAsked(Waiting.SHIPPED));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void awaitRequest_withATimeOut_losesNoQuestion(long nanos) {
    holds(SeatScenarios.awaitsWithin(nanos));
  }

  @Test
  void pollRequest_withAnotherWaker_runsThat() {
    holds(SeatScenarios.pollsWithAnotherWaker());
  }

  @Test
  void explore_ofAServerThatLosesTheInterrupt_fails() {
    assertFound(SeatScenarios.isInterruptedAsItIsAsked(Waiting.LOSES_THE_INTERRUPT));
  }

  private static void assertFound(Scenario scenario) {
    assertThrows(
        LincheckAssertionError.class,
        () ->
            Exploration.explore(
                Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE, MOST_SCHEDULES));
  }

  private static void holds(Scenario scenario) {
    Exploration.explore(Product.UNPADDED, scenario, Parking.LASTS_UNTIL_UNPARKED);
    if (Exploration.IS_DEEP) {
      Exploration.explore(Product.UNPADDED, scenario, Parking.RETURNS_AT_ONCE);
    }
  }
}
