package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.fixtures.LastRun;
import io.multishot.modelchecker.Scenario;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios tell the seat of a pair that is shipped from those that have one bug. */
class SeatMutationTest {

  private static final long MANY_EXECUTIONS = 300_000;

  /** Some of each kind, in each build. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WEAKEN getAcquire Seat.ask: waiterNow | Seating.Answered",
        "IGNORE false Seat.tell: compareAndSet | Seating.Answered",
        "IGNORE false Seat.poll: isNew | Seating.AnsweredLaterAndAskedAgain",
        "SPLIT Seat.end: compareAndSet | Seating.OnlyClosed",
      })
  void mutant_isFoundByItsScenario(String id, String scenario) {
    Hunt.assertFound(
        Mutator.named(id, Accesses.OF_SEATS),
        Scenarios.checker(Scenarios.named(scenario)).withExecutions(MANY_EXECUTIONS));
  }

  @Test
  @Tag("deep")
  void mutants_areAllFoundExceptTheListedSurvivors() throws Exception {
    List<Class<? extends Scenario>> scenarios =
        Stream.of("Seating", "Calling").flatMap(Scenarios::of).toList();
    Hunt hunt = new Hunt(Accesses.OF_SEATS, Scenarios.SHIPPED, scenarios);
    Set<String> survivors = hunt.survivors();
    LastRun.note("mutations of seats", "%s", hunt);
    assertEquals(String.join("\n", Survivors.ofSeats()), String.join("\n", survivors));
  }
}
