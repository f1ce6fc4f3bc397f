package io.multishot.lincheck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.lincheck.Exploration.Parking;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lincheck stops inside the operations of the product: it does what could not happen if it saw
 * nothing of their accesses. Otherwise all the other tests would pass for nothing.
 */
final class ReachTest {

  /** It ends with the one that gets there. */
  private static final int MOST_SCHEDULES = 1000;

  /** Between the waker's being taken back and the exchange of the state. */
  @ParameterizedTest
  @EnumSource(names = {"UNPADDED", "PADDED"}) // the others differ in how they wait
  void explore_stopsInsideSend(Product product) {
    reaches(
        product,
        subject -> {
          Channel channel = subject.open();
          Channel.Sender sender = channel.sender();
          Count told = new Count();
          AtomicBoolean isReached = new AtomicBoolean();
          sender.onAbandoned(told);
          Opponent opponent =
              Opponent.starts(() -> isReached.set(!sender.isAbandoned() && !sender.send(1)));
          channel.close();
          opponent.finish();
          if (isReached.get() && told.runs() == 0) {
            throw new Reached();
          }
        });
  }

  /** Between the exchange of the state and the run of the waker that it found. */
  @ParameterizedTest
  @EnumSource
  void explore_stopsBeforeTheWake(Product product) {
    reaches(
        product,
        subject -> {
          Channel channel = subject.open();
          Channel.Sender sender = channel.sender();
          Count waker = new Count();
          assertEquals(Poll.PENDING, channel.poll(waker));
          Opponent opponent = Opponent.starts(() -> sender.send(1));
          boolean isReached = channel.poll() == Poll.READY && waker.runs() == 0;
          opponent.finish();
          if (isReached) {
            throw new Reached();
          }
        });
  }

  private static void reaches(Product product, Scenario scenario) {
    LincheckAssertionError found =
        assertThrows(
            LincheckAssertionError.class,
            () -> Exploration.explore(product, scenario, Parking.RETURNS_AT_ONCE, MOST_SCHEDULES));
    String report = requireNonNull(found.getMessage());
    assertTrue(report.contains(Reached.class.getSimpleName()), report);
  }

  /** Tells a place that was reached from whatever else may go wrong. */
  private static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
