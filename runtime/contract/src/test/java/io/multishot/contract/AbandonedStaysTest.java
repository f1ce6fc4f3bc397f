package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A shot that is seen to be abandoned stays so, whoever looks, and whatever its sender does. */
final class AbandonedStaysTest extends ShapeTest {

  private static final long NANOS = 400_000_000L;

  AbandonedStaysTest(Subject subject) {
    super(subject);
  }

  @Test
  void isAbandoned_whateverTheSenderDoes_isFinal() {
    for (Outcome outcome : Outcome.values()) {
      MultiShotSender sender = line.renew();
      assertFalse(sender.isAbandoned());
      line.renew();
      assertTrue(sender.isAbandoned(), outcome::name);
      outcome.end(line, sender, line.value());
      assertTrue(sender.isAbandoned(), outcome::name);
      sender.close();
      assertTrue(sender.isAbandoned(), outcome::name);
    }
    MultiShotSender last = line.renew();
    line.receiver().close();
    assertTrue(last.isAbandoned());
    assertFalse(line.send(last, line.value()));
    assertTrue(last.isAbandoned());
  }

  @Test
  void isAbandoned_insideTheWaker_isTrueAlready() {
    MultiShotSender sender = line.sender();
    boolean[] seen = new boolean[1];
    sender.onAbandoned(() -> seen[0] = sender.isAbandoned());
    line.renew();
    assertTrue(seen[0]);
  }

  /** A shot that one thread ends, one renews, and one watches. */
  private static final class Watched {
    private final MultiShotSender sender;
    private final CountDownLatch isSent = new CountDownLatch(1);
    private final CountDownLatch isSeen = new CountDownLatch(1);
    private volatile boolean isRenewed;
    private boolean wasAbandoned;
    private boolean hasFlickered;

    Watched(MultiShotSender sender) {
      this.sender = sender;
    }
  }

  /** Nor was one abandoned that has its outcome, though its receiver was about to do so. */
  @Test
  void isAbandoned_whileSendAndRenewRace_isFinal() {
    AtomicReference<@Nullable Watched> toSend = new AtomicReference<>();
    AtomicReference<@Nullable Watched> toWatch = new AtomicReference<>();
    AtomicBoolean isOver = new AtomicBoolean();
    try (TestThreads threads = new TestThreads();
        Release end = () -> isOver.set(true)) {
      threads.start(
          () -> {
            for (int round = 0; !isOver.get(); round++) {
              Watched shot = awaitNext(toSend, isOver);
              if (shot != null) {
                spin(round * 5 & 31);
                line.send(shot.sender, line.value());
                shot.isSent.countDown();
              }
            }
          });
      threads.start(
          () -> {
            while (!isOver.get()) {
              Watched shot = awaitNext(toWatch, isOver);
              if (shot != null) {
                watch(shot);
              }
            }
          });
      long start = System.nanoTime();
      MultiShotSender sender = line.sender();
      for (int round = 0; System.nanoTime() - start < NANOS; round++) {
        Watched shot = new Watched(sender);
        toWatch.set(shot);
        toSend.set(shot);
        spin(round * 7 & 31);
        sender = line.renew();
        TestThreads.awaitUninterruptibly(shot.isSent);
        shot.isRenewed = true;
        TestThreads.awaitUninterruptibly(shot.isSeen);
        assertFalse(shot.hasFlickered, "seen to be abandoned, and then not");
        if (shot.wasAbandoned) {
          assertNotSame(shot.sender, sender, "seen to be abandoned, but the outcome had come");
        }
      }
      end.goOn();
    }
  }

  private void watch(Watched shot) {
    while (!shot.isRenewed) {
      boolean isAbandoned = shot.sender.isAbandoned();
      shot.hasFlickered |= shot.wasAbandoned && !isAbandoned;
      shot.wasAbandoned |= isAbandoned;
    }
    shot.isSeen.countDown();
  }

  private static <T> @Nullable T awaitNext(
      AtomicReference<@Nullable T> handed, AtomicBoolean isOver) {
    T next = null;
    while (next == null && !isOver.get()) {
      Thread.onSpinWait();
      next = handed.getAndSet(null);
    }
    return next;
  }

  private static void spin(int times) {
    for (int left = times; left > 0; left--) {
      Thread.onSpinWait();
    }
  }
}
