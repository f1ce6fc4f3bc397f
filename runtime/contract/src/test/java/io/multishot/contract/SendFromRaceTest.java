package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.Poll;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However a source's completion and renewal race, its result reaches its own shot or none. */
final class SendFromRaceTest {

  private static final long NANOS = 1_000_000_000L;

  @Test
  void completion_thatRacesWithRenewal_reachesItsOwnShotOnly() {
    LongChannel.Receiver receiver = LongChannel.open();
    AtomicReference<@Nullable CompletableFuture<Long>> handed = new AtomicReference<>();
    AtomicBoolean isOver = new AtomicBoolean();
    try (TestThreads threads = new TestThreads();
        Release end = () -> isOver.set(true)) {
      threads.start(
          () -> {
            for (long round = 0; !isOver.get(); ) {
              CompletableFuture<Long> late = handed.getAndSet(null);
              if (late == null) {
                Thread.onSpinWait();
              } else {
                spin(round++ * 5 & 63);
                late.complete(-1L);
              }
            }
          });
      long start = System.nanoTime();
      for (long shot = 0; System.nanoTime() - start < NANOS; shot++) {
        CompletableFuture<Long> late = new CompletableFuture<>();
        CompletableFuture<Long> inTime = new CompletableFuture<>();
        receiver.renew().sendFrom(late);
        handed.set(late);
        spin(shot * 7 & 63);
        receiver.renew().sendFrom(inTime);
        TestThreads.await(late::isDone);
        inTime.complete(shot);
        assertEquals(Poll.READY, receiver.poll());
        assertEquals(shot, receiver.take());
      }
      end.goOn();
    }
  }

  private static void spin(long times) {
    for (long left = times; left > 0; left--) {
      Thread.onSpinWait();
    }
  }
}
