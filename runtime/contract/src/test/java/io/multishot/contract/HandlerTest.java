package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Handler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A handler is run once with the outcome of the shot that it was registered for. */
final class HandlerTest extends ChannelTest {

  private final Recorder first = new Recorder();
  private final Recorder second = new Recorder();

  /** An event loop that is run by hand. */
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  HandlerTest(Subject subject) {
    super(subject);
  }

  @Test
  void handler_ofAValue_isRunOnTheSendersThread() {
    for (Object value : subject.values()) {
      MultiShotSender sender = line.sender();
      line.onReceive(first);
      assertTrue(line.send(sender, value));
      assertSameBits(value, first.only());
      assertSame(Thread.currentThread(), first.thread);
      first.clear();
    }
  }

  @Test
  void handler_ofAFailure_receivesItAsItWasGiven() {
    Exception failure = new Exception();
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    assertTrue(sender.fail(failure));
    assertSame(failure, first.only());
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void handler_ofADisconnect_receivesADisconnectedException() {
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    sender.close();
    assertInstanceOf(DisconnectedException.class, first.only());
  }

  @Test
  void onReceive_ofAnOutcomeThatIsThere_runsTheHandlerAtOnce() {
    assertTrue(line.send(line.sender(), line.value()));
    line.onReceive(first);
    assertSameBits(line.value(), first.only());
    first.clear();
    Exception failure = new Exception();
    line.sender().fail(failure);
    line.onReceive(first);
    assertSame(failure, first.only());
  }

  @Test
  void onReceive_withNoShotOpen_reportsADisconnect() {
    line.onReceive(first);
    assertInstanceOf(DisconnectedException.class, first.only());
    assertTrue(String.valueOf(first.only()).contains("no shot is open"));
  }

  @Test
  void handler_ofAValue_consumesTheOutcome() {
    MultiShotSender sender = line.sender();
    List<Poll> seen = new ArrayList<>();
    line.onReceive(
        new Recorder() {
          @Override
          public void received(@Nullable Object value) {
            seen.add(line.poll());
          }
        });
    assertTrue(line.send(sender, line.value()));
    assertEquals(List.of(Poll.DISCONNECTED), seen, "inside the handler");
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertThrows(IllegalStateException.class, line::take);
  }

  @Test
  void onReceive_ofAShotWithAHandler_isRefused() {
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    assertThrows(IllegalStateException.class, () -> line.onReceive(second));
    assertThrows(IllegalStateException.class, () -> line.onReceive(second, tasks::add));
    assertThrows(IllegalStateException.class, line::toFuture);
    line.send(sender, line.value());
    first.only();
    second.nothing();
  }

  @Test
  void handler_isNotRunForALaterShot() {
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    line.send(sender, line.value());
    line.send(line.sender(), line.otherValue());
    assertSameBits(line.value(), first.only());
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void toString_withARegisteredHandler_saysSo() {
    line.sender();
    line.onReceive(first);
    assertTrue(line.receiver().toString().endsWith("[awaited by a handler]"));
  }

  @Test
  void handler_thatIsWithdrawn_isNotRun() {
    MultiShotSender sender = line.sender();
    assertFalse(line.receiver().withdraw());
    line.onReceive(first);
    assertTrue(line.receiver().withdraw());
    assertFalse(line.receiver().withdraw());
    line.onReceive(second);
    line.send(sender, line.value());
    first.nothing();
    assertSameBits(line.value(), second.only());
    assertFalse(line.receiver().withdraw());
  }

  @Test
  void handler_ofAnAbandonedShot_isNotRun() {
    MultiShotSender abandoned = line.sender();
    line.onReceive(first);
    MultiShotSender sender = line.renew();
    assertFalse(line.send(abandoned, line.value()));
    line.onReceive(second);
    line.receiver().close();
    assertFalse(line.send(sender, line.value()));
    first.nothing();
    second.nothing();
    line.onReceive(first);
    assertInstanceOf(DisconnectedException.class, first.only(), "the receiver is closed");
  }

  @Test
  void onReceive_byAnExecutor_runsTheHandlerInATask() {
    MultiShotSender sender = line.sender();
    line.onReceive(first, tasks::add);
    line.send(sender, line.value());
    first.nothing();
    runTasks();
    assertSameBits(line.value(), first.only());
  }

  @Test
  void onReceive_ofAnOutcomeThatIsThereByAnExecutor_runsTheHandlerInATask() {
    line.send(line.sender(), line.value());
    line.onReceive(first, tasks::add);
    first.nothing();
    runTasks();
    assertSameBits(line.value(), first.only());
  }

  @Test
  void sender_whileTheTaskIsQueued_discardsTheOutcomeAndItsHandler() {
    line.send(line.sender(), line.value());
    line.onReceive(first, tasks::add);
    MultiShotSender sender = line.sender(); // drops the outcome
    line.onReceive(second, tasks::add);
    runTasks();
    first.nothing();
    second.nothing();
    line.send(sender, line.otherValue());
    runTasks();
    first.nothing();
    assertSameBits(line.otherValue(), second.only());
  }

  @Test
  void queuedTask_afterTheOutcomeWasTaken_handlesNoLaterShot() {
    MultiShotSender sender = line.sender();
    line.onReceive(first, tasks::add);
    line.send(sender, line.value());
    assertSameBits(line.value(), line.take());
    line.send(line.sender(), line.otherValue());
    runTasks();
    first.nothing();
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void executor_thatRefuses_isReportedAndLosesNoOutcome() {
    RejectedExecutionException refusal = new RejectedExecutionException();
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              MultiShotSender sender = line.sender();
              line.onReceive(
                  first,
                  task -> {
                    throw refusal;
                  });
              assertTrue(line.send(sender, line.value()));
            });
    assertEquals(List.of(refusal), uncaught);
    first.nothing();
    line.onReceive(second);
    assertSameBits(line.value(), second.only());
  }

  @Test
  void executor_thatRefusesAnOutcomeThatIsThere_isReportedAndLosesNothing() {
    RejectedExecutionException refusal = new RejectedExecutionException();
    line.send(line.sender(), line.value());
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () ->
                line.onReceive(
                    first,
                    task -> {
                      throw refusal;
                    }));
    assertEquals(List.of(refusal), uncaught);
    line.onReceive(second);
    first.nothing();
    assertSameBits(line.value(), second.only());
  }

  @Test
  void handler_thatThrows_isReportedAndChangesNothingElse() {
    RuntimeException thrown = new RuntimeException();
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              MultiShotSender sender = line.sender();
              line.onReceive(
                  value -> {
                    throw thrown;
                  });
              assertTrue(line.send(sender, line.value()));
            });
    assertEquals(List.of(thrown), uncaught);
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), first.only());
  }

  @Test
  @SuppressWarnings("multishot")
  void failure_thatTheHandlerDoesNotTake_isReportedAsUncaught() {
    Exception failure = new Exception();
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              MultiShotSender sender = line.sender();
              line.onReceive(value -> first.received(value));
              sender.fail(failure);
              MultiShotSender next = line.sender();
              line.onReceive(value -> first.received(value));
              next.close();
            });
    first.nothing();
    assertInstanceOf(CompletionException.class, uncaught.get(0));
    assertSame(failure, uncaught.get(0).getCause());
    assertInstanceOf(DisconnectedException.class, uncaught.get(1));
    assertEquals(2, uncaught.size());
  }

  /** A hundred thousand frames would be more than a stack has. */
  @Test
  void handler_thatRegistersItselfAndSends_neverNests() {
    Chain chain = new Chain(100_000, false);
    chain.start();
    assertEquals(100_000, chain.received);
    assertEquals(1, chain.deepest);
  }

  @Test
  void handler_thatSendsAndRegistersItself_neverNests() {
    Chain chain = new Chain(100_000, true);
    chain.start();
    assertEquals(100_000, chain.received);
    assertEquals(1, chain.deepest);
  }

  @Test
  void send_whileAHandlerRuns_runsTheNextHandlerAfterIt() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch sent = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      MultiShotSender sender = line.sender();
      line.onReceive(
          value -> {
            MultiShotSender next = line.sender();
            line.onReceive(
                other -> {
                  second.received(other);
                  done.countDown();
                });
            worker.execute(
                () -> {
                  line.send(next, line.otherValue());
                  sent.countDown();
                });
            TestThreads.awaitUninterruptibly(sent);
            second.nothing(); // this run is not over
          });
      line.send(sender, line.value());
      assertTrue(done.await(10, TimeUnit.SECONDS));
      assertSameBits(line.otherValue(), second.only());
      assertSame(Thread.currentThread(), second.thread);
    } finally {
      worker.shutdown();
    }
  }

  @Test
  void onReceive_racingWithSend_runsTheHandlerOnce() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 5_000; i++) {
        MultiShotSender sender = line.sender();
        CountDownLatch done = new CountDownLatch(1);
        Object value = subject.numbered(i);
        worker.execute(() -> line.send(sender, value));
        for (int spins = i % 200; spins > 0; spins--) {
          Thread.onSpinWait();
        }
        line.onReceive(
            received -> {
              first.received(received);
              done.countDown();
            });
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertSameBits(value, first.only());
        first.clear();
      }
    } finally {
      worker.shutdown();
    }
  }

  @Test
  void onReceive_whileAThreadWaits_isRefusedAndLeavesNothingRegistered() throws Exception {
    MultiShotSender sender = line.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertThrows(InterruptedException.class, line::receive));
      TestThreads.awaitParked(waiting);
      assertThrows(IllegalStateException.class, () -> line.onReceive(first));
      assertThrows(IllegalStateException.class, line::toFuture);
      waiting.interrupt();
    }
    line.onReceive(second);
    line.send(sender, line.value());
    first.nothing();
    assertSameBits(line.value(), second.only());
  }

  /** Or it would be up to chance which of the two owns the receiver when the outcome comes. */
  @Test
  void wait_forAShotWithAHandler_isRefused() {
    MultiShotSender sender = line.sender();
    line.onReceive(first);
    assertThrows(IllegalStateException.class, () -> line.poll(() -> {}));
    assertThrows(IllegalStateException.class, line::receive);
    assertThrows(IllegalStateException.class, () -> line.receive(1, TimeUnit.NANOSECONDS));
    assertThrows(IllegalStateException.class, line::receiveUninterruptibly);
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.receiver().withdraw());
    assertThrows(TimeoutException.class, () -> line.receive(1, TimeUnit.NANOSECONDS));
    line.onReceive(second);
    line.send(sender, line.value());
    first.nothing();
    assertSameBits(line.value(), second.only());
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Notes what it is run with. */
  private static class Recorder implements Handler {
    private final List<@Nullable Object> outcomes = new ArrayList<>();
    private @Nullable Thread thread;

    @Override
    public void received(@Nullable Object value) {
      outcomes.add(value);
      thread = Thread.currentThread();
    }

    @Override
    public void failed(Throwable failure) {
      outcomes.add(failure);
    }

    @Nullable Object only() {
      assertEquals(1, outcomes.size(), outcomes::toString);
      return outcomes.get(0);
    }

    void nothing() {
      assertEquals(List.of(), outcomes);
    }

    void clear() {
      outcomes.clear();
    }
  }

  /** Sends and handles shot after shot, each inside the handler of the one before. */
  private final class Chain implements Handler {
    private final int length;
    private final boolean sendsFirst;
    private int received;
    private int depth;
    private int deepest;

    Chain(int length, boolean sendsFirst) {
      this.length = length;
      this.sendsFirst = sendsFirst;
    }

    void start() {
      MultiShotSender sender = line.sender();
      line.onReceive(this);
      line.send(sender, line.value());
    }

    @Override
    public void received(@Nullable Object value) {
      deepest = Math.max(deepest, ++depth);
      if (++received < length) {
        MultiShotSender sender = line.sender();
        if (sendsFirst) {
          line.send(sender, line.value());
          line.onReceive(this);
        } else {
          line.onReceive(this);
          line.send(sender, line.value());
        }
      }
      depth--;
    }
  }
}
