package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A receiver waits as its channel has declared it. What is common to all ways to wait is tested
 * with the channel that parks, as with every other kind.
 */
final class WaitPolicyTest {

  /** So much work shows that a thread does not wait idly. */
  private static final Duration MUCH = Duration.ofMillis(20);

  /** A busy receiver keeps its processor until the outcome is there. */
  @Nested
  final class BusySpin {

    private final BusyLongChannel.Receiver busy = BusyLongChannel.open();
    private final TestThreads threads = new TestThreads();

    @Test
    void receiveAndAwait_valueComes_return() {
      endsTheWait(() -> assertEquals(7, busy.receive()));
      endsTheWait(() -> assertEquals(7, busy.receive(1, TimeUnit.DAYS)));
      endsTheWait(() -> assertEquals(7, busy.receive(Long.MAX_VALUE, TimeUnit.DAYS)));
      endsTheWait(() -> assertEquals(7, busy.receiveUninterruptibly()));
      endsTheWait(() -> assertEquals(Poll.READY, busy.await()));
      endsTheWait(() -> assertEquals(Poll.READY, busy.await(1, TimeUnit.DAYS)));
    }

    private void endsTheWait(TestThreads.Task wait) {
      BusyLongChannel.Sender sender = busy.sender();
      Thread receiver = threads.start(wait);
      TestThreads.awaitWaiting(receiver);
      assertTrue(sender.send(7));
      threads.close();
    }

    /** It registers nothing itself, and must not take the handler for a waker to replace. */
    @Test
    void receiveAndAwait_ofAShotWithAHandler_areRefused() {
      BusyLongChannel.Sender sender = busy.sender();
      AtomicInteger handled = new AtomicInteger();
      busy.onReceive(value -> handled.addAndGet((int) value));
      assertThrows(IllegalStateException.class, () -> busy.receive(1, TimeUnit.MILLISECONDS));
      assertThrows(IllegalStateException.class, () -> busy.await(1, TimeUnit.MILLISECONDS));
      assertTrue(sender.send(7));
      assertEquals(7, handled.get());
    }

    @Test
    void receive_failureComes_throwsIt() {
      Exception failure = new Exception();
      BusyLongChannel.Sender sender = busy.sender();
      Thread receiver =
          threads.start(
              () ->
                  assertSame(
                      failure, assertThrows(CompletionException.class, busy::receive).getCause()));
      TestThreads.awaitWaiting(receiver);
      sender.fail(failure);
      threads.close();
    }

    @Test
    void receive_disconnectComes_throwsADisconnectedException() {
      BusyLongChannel.Sender sender = busy.sender();
      Thread receiver =
          threads.start(() -> assertThrows(DisconnectedException.class, busy::receive));
      TestThreads.awaitWaiting(receiver);
      sender.close();
      threads.close();
    }

    @Test
    @Tag("production") // in checked mode it is told
    void close_byAnotherThread_endsTheWait() {
      Silent.keep(busy.sender());
      Thread receiver =
          threads.start(
              () -> assertThrows(DisconnectedException.class, busy::receiveUninterruptibly));
      TestThreads.awaitWaiting(receiver);
      busy.close();
      threads.close();
    }

    @Test
    void receive_neverParks() {
      neverParks(busy::receive);
      neverParks(() -> busy.receive(1, TimeUnit.DAYS));
      neverParks(busy::receiveUninterruptibly);
    }

    private void neverParks(TestThreads.Task wait) {
      BusyLongChannel.Sender sender = busy.sender();
      Thread receiver = threads.start(wait);
      TestThreads.awaitWaiting(receiver);
      awaitWork(receiver); // whatever is loaded at first
      long start = TestThreads.processorTime(receiver);
      while (TestThreads.processorTime(receiver) - start < MUCH.toNanos()) {
        assertEquals(Thread.State.RUNNABLE, receiver.getState());
        assertNull(LockSupport.getBlocker(receiver));
      }
      sender.send(7);
      threads.close();
    }

    @Test
    void receiveAndAwait_thatTimeOut_loseNoValue() throws Exception {
      BusyLongChannel.Sender sender = busy.sender();
      for (long nanos : new long[] {0, -1, Long.MIN_VALUE, 1, 100_000}) {
        assertThrows(TimeoutException.class, () -> busy.receive(nanos, TimeUnit.NANOSECONDS));
        assertEquals(Poll.PENDING, busy.await(nanos, TimeUnit.NANOSECONDS));
      }
      assertFalse(sender.isAbandoned());
      assertTrue(sender.send(7));
      assertEquals(7, busy.receive(0, TimeUnit.SECONDS));
    }

    @Test
    void receive_withATimeOut_waitsForTheWholeTime() {
      Silent.keep(busy.sender());
      long start = System.nanoTime();
      assertThrows(TimeoutException.class, () -> busy.receive(5, TimeUnit.MILLISECONDS));
      assertTrue(System.nanoTime() - start >= 5_000_000);
    }

    @Test
    void receive_byAnInterruptedThread_throwsAtOnce() {
      Silent.keep(busy.sender());
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, busy::receive);
      assertFalse(Thread.interrupted());
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> busy.receive(1, TimeUnit.DAYS));
      assertFalse(Thread.interrupted());
    }

    @Test
    void receive_thatIsInterrupted_throwsAndKeepsTheShotLive() {
      BusyLongChannel.Sender sender = busy.sender();
      CountDownLatch interrupted = new CountDownLatch(1);
      Thread receiver =
          threads.start(
              () -> {
                assertThrows(InterruptedException.class, busy::receive);
                assertFalse(Thread.currentThread().isInterrupted());
                assertEquals(Poll.PENDING, busy.poll());
                interrupted.countDown();
                assertEquals(7, busy.receive());
              });
      TestThreads.awaitWaiting(receiver);
      receiver.interrupt();
      TestThreads.awaitUninterruptibly(interrupted);
      TestThreads.awaitWaiting(receiver);
      assertTrue(sender.send(7));
      threads.close();
    }

    @Test
    void receiveUninterruptibly_thatIsInterrupted_keepsTheInterrupt() {
      BusyLongChannel.Sender sender = busy.sender();
      Thread receiver =
          threads.start(
              () -> {
                Thread.currentThread().interrupt();
                assertEquals(7, busy.receiveUninterruptibly());
                assertTrue(Thread.currentThread().isInterrupted());
              });
      TestThreads.awaitWaiting(receiver);
      awaitWork(receiver);
      sender.send(7);
      threads.close();
    }

    @Test
    void receive_replacesTheWaker() throws Exception {
      AtomicInteger wakes = new AtomicInteger();
      Waker waker = wakes::getAndIncrement;
      BusyLongChannel.Sender sender = busy.sender();
      busy.poll(waker);
      Thread receiver = threads.start(() -> assertEquals(7, busy.receive()));
      TestThreads.awaitWaiting(receiver);
      TestThreads.await(() -> busy.toString().contains("[armed]"));
      sender.send(7);
      threads.close();
      BusyLongChannel.Sender next = busy.sender();
      busy.poll(waker);
      assertThrows(TimeoutException.class, () -> busy.receive(1, TimeUnit.MICROSECONDS));
      next.send(7);
      assertEquals(7, busy.receive());
      assertEquals(0, wakes.get());
    }
  }

  /** How often to look before parking is a setting of the virtual machine's. */
  @Nested
  @Tag("forks")
  @Tag("production") // so are those
  final class Settings {

    @ParameterizedTest
    @CsvSource({
      "io.multishot.spins, -1",
      "io.multishot.spins, many",
      "io.multishot.virtualSpins, -1",
      "io.multishot.virtualSpins, 1.5"
    })
    void spins_ofAnInvalidValue_areRefusedWithThePropertysName(String property, String value)
        throws Exception {
      ForkedJvm program = run("receive", "-D" + property + "=" + value);
      program.assertFailed();
      assertTrue(program.output().contains(property), program::output);
      assertTrue(program.output().contains("and is " + value), program::output);
    }

    @Test
    void receive_withZeroSpins_returnsTheValue() throws Exception {
      run("receive", "-Dio.multishot.spins=0", "-Dio.multishot.virtualSpins=0").assertSucceeded();
    }

    @Test
    void spins_withSpacesAroundTheNumber_areAccepted() throws Exception {
      run("receive", "-Dio.multishot.spins= 16 ").assertSucceeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin", "park"})
    void receive_withTheMostSpins_spinsByDefaultAndParksIfDeclared(String mode) throws Exception {
      run(mode, "-Dio.multishot.spins=" + Integer.MAX_VALUE).assertSucceeded();
    }

    private ForkedJvm run(String mode, String... options) throws Exception {
      return ForkedJvm.run(Program.class, List.of(options), mode);
    }
  }

  /** Runs with other settings. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "receive" -> {
          LongChannel.Receiver unanswered = LongChannel.open();
          Silent.keep(unanswered.sender());
          unanswered.await(1, TimeUnit.NANOSECONDS); // below, the value may always come first
          Subjects.waitPolicies().forEach(subject -> receive(subject.line()));
        }
        case "spin" -> spin();
        case "park" -> park();
        default -> throw new AssertionError(args[0]);
      }
    }

    private static void receive(Line line) {
      for (int i = 0; i < 100; i++) {
        MultiShotSender sender = line.sender();
        try (TestThreads threads = new TestThreads()) {
          threads.start(() -> assertEquals(line.value(), line.receive()));
          line.send(sender, line.value());
        }
      }
    }

    /**
     * A new receiver parks until a trial has shown that looking helps; from then on it looks. That
     * it has helped once must not make it fewer looks.
     */
    private static void spin() throws InterruptedException {
      LongChannel.Receiver receiver = LongChannel.open();
      Silent.keep(receiver.sender());
      for (int i = 0; i < 32; i++) {
        assertEquals(Poll.PENDING, receiver.await(1, TimeUnit.NANOSECONDS));
      }
      receiver.renew().close();
      for (int i = 0; i < 3; i++) {
        LongChannel.Sender sender = receiver.sender();
        try (TestThreads threads = new TestThreads()) {
          Thread waiting = threads.start(() -> assertEquals(7, receiver.receive()));
          TestThreads.awaitWaiting(waiting);
          awaitWork(waiting);
          sender.send(7);
        }
      }
    }

    private static void park() {
      ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
      ParkingLongChannel.Sender sender = receiver.sender();
      try (TestThreads threads = new TestThreads()) {
        Thread waiting = threads.start(() -> assertEquals(7, receiver.receive()));
        TestThreads.await(() -> LockSupport.getBlocker(waiting) == receiver);
        sender.send(7);
      }
    }
  }

  /** Waits until {@code thread} has worked much, and checks that it does not park meanwhile. */
  private static void awaitWork(Thread thread) {
    long start = TestThreads.processorTime(thread);
    TestThreads.await(
        () -> {
          assertNull(LockSupport.getBlocker(thread));
          return TestThreads.processorTime(thread) - start >= MUCH.toNanos();
        });
  }
}
