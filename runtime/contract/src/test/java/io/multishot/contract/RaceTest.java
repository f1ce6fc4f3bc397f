package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a sender and a receiver do at the same time has one of two results, and no third. */
final class RaceTest extends ChannelTest {

  private static final int ROUNDS = 500;

  RaceTest(Subject subject) {
    super(subject);
  }

  @Test
  void send_racingWithPollAndClose_arrivesOrReturnsFalse() {
    List<Line> closed = new ArrayList<>();
    List<WeakReference<Object>> values = new ArrayList<>();
    race(
        () ->
            new Bout() {
              private final Line own = subject.line();
              private final MultiShotSender sender = own.sender();
              private final AtomicInteger wakes = new AtomicInteger();
              private final AtomicInteger tellings = new AtomicInteger();
              private @Nullable Object value =
                  subject.carriesReference() ? new Object() : own.value();
              private boolean hasArrived;
              private boolean wasReady;

              @Override
              public void prepare() {
                sender.onAbandoned(tellings::getAndIncrement);
                own.poll(wakes::getAndIncrement);
              }

              @Override
              public void sendersPart() {
                hasArrived = own.send(sender, value);
              }

              @Override
              public void receiversPart() {
                wasReady = own.poll() == Poll.READY;
                own.receiver().close();
              }

              @Override
              public void check() {
                assertTrue(hasArrived || !wasReady);
                assertEquals(hasArrived ? 1 : 0, wakes.get(), "wake-ups");
                assertTrue(tellings.get() <= (hasArrived ? 0 : 1), "told that it is abandoned");
                assertEquals(Poll.DISCONNECTED, own.poll());
                assertThrows(IllegalStateException.class, own::take);
                assertThrows(IllegalStateException.class, () -> own.send(sender, own.value()));
                closed.add(own);
                values.add(new WeakReference<>(value));
                value = null;
              }
            });
    if (subject.carriesReference()) {
      TestThreads.await(
          () -> {
            System.gc();
            return values.stream().allMatch(reference -> reference.get() == null);
          });
    }
    assertEquals(ROUNDS, closed.size()); // the channels are alive, still
  }

  /**
   * Not even while a sender that is late has put its outcome down, and has yet to see it refused.
   */
  @Test
  void close_racingWithSend_leavesTheReceiverClosed() {
    race(
        () ->
            new Bout() {
              private final Line own = subject.line();
              private final MultiShotSender sender = own.sender();
              private boolean wasClosed = true;

              @Override
              public void sendersPart() {
                own.send(sender, own.value());
              }

              @Override
              public void receiversPart() {
                own.receiver().close();
                for (int looks = 0; looks < 100; looks++) {
                  wasClosed &= own.poll() == Poll.DISCONNECTED;
                  wasClosed &= own.receiver().toString().endsWith("[closed]");
                  wasClosed &= own.trySender() == null;
                }
              }

              @Override
              public void check() {
                assertTrue(wasClosed);
              }
            });
  }

  /** The sender of one shot is still about to run its waker when the next is under way. */
  @Test
  void waker_thatIsRunLate_doesNotRunThatOfTheNextShot() {
    List<AtomicInteger> wakes = new ArrayList<>();
    race(
        () ->
            new Bout() {
              private final AtomicInteger own = new AtomicInteger();
              private final MultiShotSender sender = line.sender();
              private final Object value = subject.numbered(wakes.size());

              @Override
              public void prepare() {
                wakes.add(own);
                assertEquals(Poll.PENDING, line.poll(own::getAndIncrement));
              }

              @Override
              public void sendersPart() {
                assertTrue(line.send(sender, value));
              }

              @Override
              public void receiversPart() {
                TestThreads.await(() -> line.poll() == Poll.READY);
                assertSameBits(value, line.take());
                // While the first sender may not have run its waker yet.
                MultiShotSender again = line.sender();
                AtomicInteger next = new AtomicInteger();
                assertEquals(Poll.PENDING, line.poll(next::getAndIncrement));
                assertEquals(0, next.get());
                wakes.add(next);
                assertTrue(line.send(again, value));
                assertEquals(1, next.get());
                assertSameBits(value, line.take());
              }

              @Override
              public void check() {
                assertEquals(1, own.get());
              }
            });
    assertTrue(wakes.stream().allMatch(count -> count.get() == 1), wakes::toString);
  }

  @Test
  void receive_valueComesWithTheTimeOut_keepsItForTheNextCall() {
    SplittableRandom random = new SplittableRandom(ROUNDS);
    race(
        () ->
            new Bout() {
              private final MultiShotSender sender = line.sender();
              private final Object value = subject.numbered(random.nextInt());
              private final long nanos = random.nextInt(10_000);
              private boolean isReceived;

              @Override
              public void sendersPart() {
                assertTrue(line.send(sender, value));
              }

              @Override
              public void receiversPart() throws InterruptedException {
                try {
                  assertSameBits(value, line.receive(nanos, TimeUnit.NANOSECONDS));
                  isReceived = true;
                } catch (TimeoutException e) {
                  assertFalse(sender.isAbandoned());
                }
              }

              @Override
              public void check() throws Exception {
                if (!isReceived) {
                  assertSameBits(value, line.receive(0, TimeUnit.SECONDS));
                }
                assertEquals(Poll.DISCONNECTED, line.poll());
              }
            });
  }

  @Test
  void receive_valueComesWithAnInterrupt_losesNeither() {
    SplittableRandom random = new SplittableRandom(ROUNDS);
    race(
        () ->
            new Bout() {
              private final Thread receiver = Thread.currentThread();
              private final MultiShotSender sender = line.sender();
              private final Object value = subject.numbered(random.nextInt());
              private final boolean sendsFirst = random.nextBoolean();
              private boolean isReceived;
              private boolean isInterrupted;

              @Override
              public void sendersPart() {
                if (sendsFirst) {
                  assertTrue(line.send(sender, value));
                  receiver.interrupt();
                } else {
                  receiver.interrupt();
                  assertTrue(line.send(sender, value));
                }
              }

              @Override
              public void receiversPart() {
                try {
                  assertSameBits(value, line.receive());
                  isReceived = true;
                } catch (InterruptedException e) {
                  isInterrupted = true;
                }
              }

              @Override
              public void check() throws Exception {
                assertTrue(Thread.interrupted() != isInterrupted, "interrupts seen");
                if (!isReceived) {
                  assertSameBits(value, line.receive());
                }
                assertEquals(Poll.DISCONNECTED, line.poll());
              }
            });
  }

  /** One race. It is prepared and checked, and the receiver's part done, on the test's thread. */
  private interface Bout {
    default void prepare() {}

    void sendersPart();

    void receiversPart() throws Exception;

    void check() throws Exception;
  }

  private interface Bouts {
    Bout next();
  }

  /** Runs many bouts, in which now the one side is a little ahead and now the other. */
  private static void race(Bouts bouts) {
    SplittableRandom random = new SplittableRandom(ROUNDS);
    Handover handover = new Handover();
    try (TestThreads threads = new TestThreads()) {
      threads.start(handover::sendAll);
      try {
        for (int i = 0; i < ROUNDS; i++) {
          Bout bout = bouts.next();
          bout.prepare();
          handover.begin(bout, random.nextInt(100));
          spin(random.nextInt(100));
          bout.receiversPart();
          handover.awaitEnd();
          bout.check();
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      } finally {
        handover.isOver = true;
      }
    }
  }

  private static void spin(int times) {
    for (int left = times; left > 0; left--) {
      Thread.onSpinWait();
    }
  }

  /** Hands one bout after the other to the sender's thread. */
  private static final class Handover {
    private final Thread receiver = Thread.currentThread();
    private int delay; // published by the bout
    private volatile @Nullable Bout bout;
    private volatile boolean isOver;

    void begin(Bout next, int sendersDelay) {
      delay = sendersDelay;
      bout = next;
    }

    void awaitEnd() {
      TestThreads.await(() -> bout == null);
    }

    void sendAll() {
      try {
        while (true) {
          TestThreads.await(() -> bout != null || isOver);
          Bout current = bout;
          if (current == null) {
            return;
          }
          spin(delay);
          current.sendersPart();
          bout = null;
        }
      } catch (Throwable t) {
        receiver.interrupt(); // or it would wait for a value that will not come
        throw t;
      }
    }
  }
}
