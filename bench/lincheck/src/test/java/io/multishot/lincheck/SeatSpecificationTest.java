package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.Poll;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Concurrent calls of a caller and its server return what they would one after the other, and
 * neither waits for the other.
 */
final class SeatSpecificationTest {

  static {
    Exploration.start();
    SeatScenarios.start();
  }

  @Test
  void operations_ofASeat_agreeWithTheSpecificationAndNeverBlock() {
    ModelCheckingOptions options =
        of(new ModelCheckingOptions(), 8, 60).checkObstructionFreedom(true);
    scenarios(Shipped.class).forEach(options::addCustomScenario);
    options.check(Shipped.class);
  }

  @Test
  void operations_ofASeatUnderStress_agreeWithTheSpecification() {
    of(new StressOptions(), 5, 100).check(Shipped.class);
  }

  @Test
  void check_ofASeatThatShowsWhatWasLeftToOthers_fails() {
    assertFound(ShowingAgain.class);
  }

  @Test
  void check_ofASeatThatServesWhatIsThere_fails() {
    assertFound(ServingWhatIsThere.class);
  }

  @Test
  void check_ofASeatWithALock_fails() {
    assertFound(Locking.class);
  }

  private static void assertFound(Class<?> operations) {
    ModelCheckingOptions options =
        of(new ModelCheckingOptions(), 0, 150).checkObstructionFreedom(true);
    scenarios(operations).forEach(options::addCustomScenario);
    assertThrows(LincheckAssertionError.class, () -> options.check(operations));
  }

  /** What is seldom met at random: some calls before, and then some of either half. */
  private static List<ExecutionScenario> scenarios(Class<?> operations) {
    return List.of(
        scenario(operations, "", "ask poll", "pollRequest serve pollRequest"),
        scenario(operations, "ask pollRequest", "abandon ask poll", "serve pollRequest serve"),
        scenario(
            operations,
            "ask pollRequest serveLater",
            "poll take ask poll",
            "answer pollRequest serve"),
        scenario(operations, "ask pollRequest serveLater", "take ask poll", "leave answer"),
        scenario(operations, "", "ask poll ask poll", "leave"),
        scenario(operations, "pollRequestWithWaker", "ask close", "pollRequestWithAnother leave"));
  }

  private static ExecutionScenario scenario(
      Class<?> operations, String before, String caller, String server) {
    return new ExecutionScenario(
        actors(operations, before),
        List.of(actors(operations, caller), actors(operations, server)),
        actors(operations, "poll take"),
        null);
  }

  private static List<Actor> actors(Class<?> operations, String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(name -> actor(operations, name))
        .toList();
  }

  private static Actor actor(Class<?> operations, String name) {
    try {
      return new Actor(operations.getMethod(name), List.of());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static <O extends Options<O, ?>> O of(O options, int scenarios, int schedules) {
    return options
        .iterations(scenarios * Exploration.DEPTH)
        .invocationsPerIteration(schedules)
        .threads(2)
        .actorsBefore(2)
        .actorsPerThread(4)
        .actorsAfter(2)
        .minimizeFailedScenario(false)
        .invocationTimeout$lincheck(Exploration.PATIENCE)
        .sequentialSpecification(SequentialSeat.class);
  }

  /** The shipped seat. */
  public static final class Shipped extends SeatOperations {}

  /** A seat with a mistake. */
  public static final class ShowingAgain extends SeatOperations {
    @Override
    Poll look() {
      Poll seen = super.look();
      return seen == Poll.PENDING && caller.poll() == Poll.PENDING ? Poll.READY : seen;
    }
  }

  /** A seat with a mistake. */
  public static final class ServingWhatIsThere extends SeatOperations {
    @Override
    boolean serveNow() {
      return super.look() == Poll.READY && super.serveNow();
    }
  }

  /** A pair with a mistake. */
  public static final class Locking extends SeatOperations {
    @Override
    public boolean ask() {
      synchronized (seat) {
        return super.ask();
      }
    }

    @Override
    Poll look() {
      synchronized (seat) {
        return super.look();
      }
    }
  }
}
