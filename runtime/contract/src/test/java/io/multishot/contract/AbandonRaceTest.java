package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A waker of {@code onAbandoned} does not begin once {@code send} has returned, in a race. */
final class AbandonRaceTest {

  private static final long NANOS = 1_000_000_000L;

  /** A shot in the hands of a worker. */
  private static final class Job implements Waker {
    private final UnpaddedLongChannel.Sender sender;
    private volatile boolean isRegistered;
    private volatile boolean hasReturned;
    private volatile boolean isLate;
    private volatile boolean isTold;
    private boolean isSent;

    Job(UnpaddedLongChannel.Sender sender) {
      this.sender = sender;
    }

    @Override
    public void wake() {
      isLate = hasReturned;
      isTold = true;
    }

    void work(int round) {
      sender.onAbandoned(this);
      isRegistered = true;
      spin(round * 5 & 31);
      isSent = sender.send(round);
      hasReturned = true;
    }
  }

  @Test
  void waker_ofASenderThatRaces_neverBeginsOnceSendHasReturned() {
    UnpaddedLongChannel.Receiver receiver = UnpaddedLongChannel.open();
    AtomicReference<@Nullable Job> handed = new AtomicReference<>();
    AtomicBoolean isOver = new AtomicBoolean();
    try (TestThreads threads = new TestThreads();
        Release end = () -> isOver.set(true)) {
      threads.start(() -> work(handed, isOver));
      long start = System.nanoTime();
      UnpaddedLongChannel.Sender sender = receiver.sender();
      for (int round = 0; System.nanoTime() - start < NANOS; round++) {
        Job job = new Job(sender);
        handed.set(job);
        TestThreads.await(() -> job.isRegistered);
        spin(round * 7 & 31);
        sender = receiver.renew();
        TestThreads.await(() -> job.hasReturned);
        assertFalse(job.isLate, "run after send had returned");
        assertFalse(job.isTold && job.isSent, "told, though it has sent");
      }
      end.goOn();
    }
  }

  private static void work(AtomicReference<@Nullable Job> handed, AtomicBoolean isOver) {
    for (int round = 0; !isOver.get(); ) {
      Job job = handed.getAndSet(null);
      if (job == null) {
        Thread.onSpinWait();
      } else {
        job.work(round++);
      }
    }
  }

  private static void spin(int times) {
    for (int left = times; left > 0; left--) {
      Thread.onSpinWait();
    }
  }
}
