package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual threads wait as platform threads do, whichever way the channel has declared. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.multishot.contract.Subjects#waitPolicies")
final class VirtualThreadTest {

  private final Subject subject;
  private final Line line;
  private final TestThreads threads = new TestThreads();

  VirtualThreadTest(Subject subject) {
    this.subject = subject;
    this.line = subject.line();
  }

  @BeforeEach
  void skipUnlessThereAreVirtualThreads() {
    assumeTrue(Threads.VIRTUAL.areSupported(), "virtual threads came with Java 21");
  }

  @Test
  void receive_valueComes_returnsIt() {
    MultiShotSender sender = line.sender();
    Thread receiver = threads.startVirtual(() -> assertSameBits(line.value(), line.receive()));
    TestThreads.awaitWaiting(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  @Test
  void receive_thatTimesOut_losesNoValue() {
    MultiShotSender sender = line.sender();
    CountDownLatch timedOut = new CountDownLatch(1);
    Thread receiver =
        threads.startVirtual(
            () -> {
              for (long nanos : new long[] {0, -1, 1, 100_000}) {
                assertThrows(
                    TimeoutException.class, () -> line.receive(nanos, TimeUnit.NANOSECONDS));
                assertEquals(Poll.PENDING, line.poll());
              }
              timedOut.countDown();
              assertSameBits(line.value(), line.receive(1, TimeUnit.DAYS));
            });
    TestThreads.awaitUninterruptibly(timedOut);
    TestThreads.awaitWaiting(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  @Test
  void receive_thatIsInterrupted_throwsAndKeepsTheShotLive() {
    MultiShotSender sender = line.sender();
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread receiver =
        threads.startVirtual(
            () -> {
              assertThrows(InterruptedException.class, line::receive);
              assertFalse(Thread.currentThread().isInterrupted());
              assertEquals(Poll.PENDING, line.poll());
              interrupted.countDown();
              assertSameBits(line.value(), line.receive());
            });
    TestThreads.awaitWaiting(receiver);
    receiver.interrupt();
    TestThreads.awaitUninterruptibly(interrupted);
    TestThreads.awaitWaiting(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  @Test
  void receiveUninterruptibly_thatIsInterrupted_keepsTheInterrupt() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.startVirtual(
            () -> {
              Thread.currentThread().interrupt();
              assertSameBits(line.value(), line.receiveUninterruptibly());
              assertTrue(Thread.currentThread().isInterrupted());
            });
    TestThreads.awaitWaiting(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  /** What has made virtual threads of some versions of Java sleep for ever: JDK-8369227. */
  @Test
  void receive_timedAndUntimedInTurn_missesNoWakeUp() {
    int shots = 5_000;
    BlockingQueue<MultiShotSender> requests = new LinkedBlockingQueue<>();
    SplittableRandom random = new SplittableRandom(shots);
    threads.startVirtual(
        () -> {
          for (int i = 0; i < shots; i++) {
            requests.add(line.sender());
            assertSameBits(subject.numbered(i), receive(1 + i % 50_000));
          }
        });
    threads.start(
        () -> {
          for (int i = 0; i < shots; i++) {
            MultiShotSender sender = requests.take();
            for (int spins = random.nextInt(1_000); spins > 0; spins--) {
              Thread.onSpinWait();
            }
            line.send(sender, subject.numbered(i));
          }
        });
    threads.close();
  }

  private @Nullable Object receive(long nanos) throws InterruptedException {
    try {
      return line.receive(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return line.receive();
    }
  }

  @Test
  void receive_byTenThousandVirtualThreads_givesEachItsOwnValue() {
    List<Line> lines = new ArrayList<>();
    List<MultiShotSender> senders = new ArrayList<>();
    AtomicInteger received = new AtomicInteger();
    for (int i = 0; i < 10_000; i++) {
      Line own = subject.line();
      Object expected = subject.numbered(i);
      lines.add(own);
      senders.add(own.sender());
      threads.startVirtual(
          () -> {
            assertSameBits(expected, own.receive());
            received.getAndIncrement();
          });
    }
    for (int i = 0; i < 10_000; i++) {
      assertTrue(lines.get(i).send(senders.get(i), subject.numbered(i)));
    }
    threads.close();
    assertEquals(10_000, received.get());
  }

  @Test
  void receive_byPlatformAndVirtualThreadsInTurn_returnsEachValue() throws Exception {
    SynchronousQueue<Line> toVirtual = new SynchronousQueue<>();
    SynchronousQueue<Line> toPlatform = new SynchronousQueue<>();
    threads.startVirtual(
        () -> {
          for (int i = 0; i < 100; i++) {
            Line received = toVirtual.take();
            exchange(received, 2 * i);
            toPlatform.put(received);
          }
        });
    Line own = line;
    for (int i = 0; i < 100; i++) {
      toVirtual.put(own);
      own = toPlatform.take();
      exchange(own, 2 * i + 1);
    }
    threads.close();
  }

  private void exchange(Line own, int number) throws InterruptedException {
    MultiShotSender sender = own.sender();
    threads.start(() -> own.send(sender, subject.numbered(number)));
    assertSameBits(subject.numbered(number), own.receive());
  }

  /** The sender is started when the only carrier is the receiver's, who must give it up. */
  @Test
  void receive_withOneCarrier_letsAVirtualSenderRun() throws Exception {
    ForkedJvm.run(
            OneCarrier.class,
            List.of(
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
            subject.name())
        .assertSucceeded();
  }

  /** Two virtual threads, of which one sends what the other waits for. */
  static final class OneCarrier {

    private OneCarrier() {}

    public static void main(String[] args) {
      Subject subject =
          Subjects.waitPolicies().filter(s -> s.name().equals(args[0])).findFirst().orElseThrow();
      for (int i = 0; i < 100; i++) {
        run(subject.line());
      }
    }

    private static void run(Line line) {
      MultiShotSender sender = line.sender();
      try (TestThreads threads = new TestThreads()) {
        Thread receiver = threads.startVirtual(() -> assertEquals(line.value(), line.receive()));
        TestThreads.awaitWaiting(receiver);
        threads.startVirtual(() -> assertTrue(line.send(sender, line.value())));
      }
    }
  }
}
