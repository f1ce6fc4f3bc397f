package io.multishot.lincheck;

import static io.multishot.lincheck.Mutant.ABANDONS_BY_EXCHANGE;
import static io.multishot.lincheck.Mutant.ABANDONS_BY_LOAD_AND_STORE;
import static io.multishot.lincheck.Mutant.CLAIMS_THAT_THE_ABANDONED_HAVE_IT;
import static io.multishot.lincheck.Mutant.DOES_NOT_LOOK_AFTER_ASKING_TO_BE_TOLD;
import static io.multishot.lincheck.Mutant.DOES_NOT_LOOK_AFTER_REGISTERING;
import static io.multishot.lincheck.Mutant.DOES_NOT_LOOK_FOR_AN_UPDATED_WAKER;
import static io.multishot.lincheck.Mutant.DOES_NOT_WAIT_FOR_ITS_ABANDON_WAKER;
import static io.multishot.lincheck.Mutant.FORGETS_THAT_IT_WAS_SEEN_ABANDONED;
import static io.multishot.lincheck.Mutant.KEEPS_THE_ABANDON_WAKER;
import static io.multishot.lincheck.Mutant.LETS_A_WAKER_THROW;
import static io.multishot.lincheck.Mutant.LOSES_THE_INTERRUPT;
import static io.multishot.lincheck.Mutant.NEVER_UNPARKS;
import static io.multishot.lincheck.Mutant.NONE;
import static io.multishot.lincheck.Mutant.PARKS_ONCE;
import static io.multishot.lincheck.Mutant.PUBLISHES_BY_LOAD_AND_STORE;
import static io.multishot.lincheck.Mutant.REGISTERS_BY_LOAD_AND_STORE;
import static io.multishot.lincheck.Mutant.REGISTERS_ONE_WAKER_WITH_ALL;
import static io.multishot.lincheck.Mutant.RENEWS_THE_SAME_CELL;
import static io.multishot.lincheck.Mutant.RUNS_THE_ABANDON_WAKER_WITHOUT_CLAIMING_IT;
import static io.multishot.lincheck.Mutant.TAKES_THE_WAKER_AFTER_PUBLISHING;
import static io.multishot.lincheck.Mutant.WAKES_BEFORE_PUBLISHING;
import static io.multishot.lincheck.Mutant.WAKES_THE_REPLACED_AS_WELL;
import static io.multishot.lincheck.Mutant.WITHDRAWS_BLINDLY;
import static io.multishot.lincheck.Mutant.WRITES_THE_VALUE_LAST;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.multishot.lincheck.Exploration.Parking;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mutant is caught by the scenario that is about what it does wrong. */
@Tag("deep")
final class MutantTest {

  /** The search ends with the one that catches it. */
  private static final int MOST_SCHEDULES = 4000;

  /** It is the broken step that is caught: what is not broken holds. */
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void explore_findsTheMutant(Mutant mutant, Subject sound, Scenario scenario) {
    Exploration.explore(sound, scenario, Parking.RETURNS_AT_ONCE);
    assertThrows(
        LincheckAssertionError.class,
        () -> Exploration.explore(mutant, scenario, Parking.RETURNS_AT_ONCE, MOST_SCHEDULES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void explore_whereParksLast_findsTheMutant(Mutant mutant, Scenario scenario) {
    Exploration.explore(NONE, scenario, Parking.LASTS_UNTIL_UNPARKED);
    assertThrows(
        LincheckAssertionError.class,
        () -> Exploration.explore(mutant, scenario, Parking.LASTS_UNTIL_UNPARKED, MOST_SCHEDULES));
  }

  static Stream<Arguments> explore_whereParksLast_findsTheMutant() {
    Scenario receives = WaitScenarios.receivesWhileSender(Ending.SENDS);
    return Stream.of(
        arguments(NEVER_UNPARKS, receives),
        arguments(PUBLISHES_BY_LOAD_AND_STORE, receives),
        arguments(WAKES_BEFORE_PUBLISHING, receives),
        arguments(LOSES_THE_INTERRUPT, WaitScenarios.isInterruptedByItsSender()));
  }

  static Stream<Arguments> explore_findsTheMutant() {
    return Stream.of(
        caught(DOES_NOT_LOOK_AFTER_REGISTERING, WakerScenarios.registersWhileSender(Ending.SENDS)),
        caught(REGISTERS_BY_LOAD_AND_STORE, WakerScenarios.registersWhileSender(Ending.SENDS)),
        caught(PUBLISHES_BY_LOAD_AND_STORE, WakerScenarios.registersWhileSender(Ending.SENDS)),
        caught(DOES_NOT_LOOK_FOR_AN_UPDATED_WAKER, WakerScenarios.replacesItsWaker(1)),
        caught(WAKES_BEFORE_PUBLISHING, WakerScenarios.takesInsideItsWaker()),
        caught(TAKES_THE_WAKER_AFTER_PUBLISHING, WakerScenarios.recyclesInsideSend()),
        caught(WRITES_THE_VALUE_LAST, WakerScenarios.takesInsideItsWaker()),
        caught(WAKES_THE_REPLACED_AS_WELL, WakerScenarios.replacesItsWaker(1)),
        caught(LETS_A_WAKER_THROW, WakerScenarios.throwsFromItsWaker()),
        caught(PARKS_ONCE, WaitScenarios.isUnparkedByAStranger()),
        caught(WITHDRAWS_BLINDLY, WakerScenarios.withdrawsWhileSending()),
        caught(ABANDONS_BY_LOAD_AND_STORE, RecycleScenarios.renewsWhileSending()),
        caught(RENEWS_THE_SAME_CELL, RecycleScenarios.renewsWhileStaleSender(Ending.SENDS)),
        caught(CLAIMS_THAT_THE_ABANDONED_HAVE_IT, WakerScenarios.closesWhileSending()),
        caught(DOES_NOT_LOOK_AFTER_ASKING_TO_BE_TOLD, AbandonScenarios.asksToBeToldWhileClosing()),
        caught(KEEPS_THE_ABANDON_WAKER, AbandonScenarios.isNotToldOfTheNextShot()),
        caught(ABANDONS_BY_EXCHANGE, AbandonScenarios.isSeenToBeAbandoned()),
        caught(FORGETS_THAT_IT_WAS_SEEN_ABANDONED, AbandonScenarios.staysAbandonedWhileItSends()),
        caught(DOES_NOT_WAIT_FOR_ITS_ABANDON_WAKER, AbandonScenarios.waitsForItsWaker()),
        caught(RUNS_THE_ABANDON_WAKER_WITHOUT_CLAIMING_IT, AbandonScenarios.waitsForItsWaker()),
        arguments(REGISTERS_ONE_WAKER_WITH_ALL, Product.UNPADDED, GroupScenarios.pollsForAny()));
  }

  /** By a scenario that the copy passes which is not broken. */
  private static Arguments caught(Mutant mutant, Scenario scenario) {
    return arguments(mutant, NONE, scenario);
  }
}
