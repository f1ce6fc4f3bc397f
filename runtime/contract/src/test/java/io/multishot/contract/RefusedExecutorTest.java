package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An executor that refuses a handler's task, whenever that is, undoes nothing of another's. */
final class RefusedExecutorTest extends ChannelTest {

  private final RejectedExecutionException refusal = new RejectedExecutionException("refused");

  RefusedExecutorTest(Subject subject) {
    super(subject);
  }

  @Test
  void refusal_ofAnyOutcome_leavesItToTheOwner() {
    for (Refusal how : List.of(Refusal.AT_ONCE, Refusal.AFTER_QUEUEING_IT)) {
      for (Outcome outcome : Outcome.values()) {
        for (OwnerEnd end : OwnerEnd.values()) {
          if (end.fits(outcome)) {
            assertOutcomeIsLeft(how, outcome, end);
          }
        }
      }
    }
  }

  private void assertOutcomeIsLeft(Refusal how, Outcome outcome, OwnerEnd end) {
    String what = how + ", " + outcome + ", " + end;
    Line channel = subject.line();
    TaskQueue later = new TaskQueue();
    OutcomeRecorder handler = new OutcomeRecorder();
    MultiShotSender sender = channel.sender();
    channel.onReceive(handler, how.once(refusal, later));
    assertUncaught(
        what, () -> assertTrue(outcome.end(channel, sender, channel.value()), what), refusal);
    later.runAll(); // refused is refused
    handler.assertNotRun(what);
    Poll expected =
        switch (outcome) {
          case VALUE -> Poll.READY;
          case FAILURE -> Poll.FAILED;
          case DISCONNECT -> Poll.DISCONNECTED;
        };
    assertEquals(expected, channel.poll(), what);
    assertFalse(channel.receiver().withdraw(), what);
    MultiShotSender next = end.end(channel);
    if (end != OwnerEnd.CLOSE) {
      assertNextShotIsHandled(channel, next != null ? next : channel.sender(), what);
    }
  }

  @Test
  void refusal_ofAnyOutcome_leavesItToAnotherHandler() {
    for (Refusal how : List.of(Refusal.AT_ONCE, Refusal.AFTER_QUEUEING_IT)) {
      for (boolean byExecutor : new boolean[] {false, true}) {
        Line channel = subject.line();
        TaskQueue later = new TaskQueue();
        OutcomeRecorder first = new OutcomeRecorder();
        OutcomeRecorder second = new OutcomeRecorder();
        Executor executor = how.once(refusal, later);
        MultiShotSender sender = channel.sender();
        channel.onReceive(first, executor);
        assertUncaught(how.name(), () -> channel.send(sender, channel.value()), refusal);
        if (byExecutor) {
          channel.onReceive(second, executor); // which refuses no more
        } else {
          channel.onReceive(second);
        }
        later.runAll();
        first.assertNotRun(how.name());
        second.assertOnly(channel.value(), how.name());
      }
    }
  }

  @Test
  void refusal_ofAValue_leavesItToAFuture() {
    OutcomeRecorder first = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(first, Refusal.AT_ONCE.once(refusal, new TaskQueue()));
    assertUncaught("at once", () -> line.send(sender, line.value()), refusal);
    assertSameBits(line.value(), line.keep(line.toFuture().getNow(null)));
    first.assertNotRun("refused");
  }

  /** The loop that refuses owns the receiver, and goes on before the sender learns of it. */
  @Test
  void lateRefusal_afterTheOwnerHasGoneOn_leavesTheNextHandler() {
    for (Refusal how : List.of(Refusal.AT_ONCE, Refusal.AFTER_QUEUEING_IT)) {
      for (Outcome outcome : Outcome.values()) {
        for (OwnerEnd end : OwnerEnd.values()) {
          if (end.fits(outcome) && end != OwnerEnd.CLOSE) {
            for (int by = 0; by < 3; by++) {
              assertNextHandlerIsLeft(how, outcome, end, by);
            }
          }
        }
      }
    }
  }

  private void assertNextHandlerIsLeft(Refusal how, Outcome outcome, OwnerEnd end, int by) {
    String what = how + ", " + outcome + ", " + end + ", " + by;
    Line channel = subject.line();
    TaskQueue later = new TaskQueue();
    OutcomeRecorder first = new OutcomeRecorder();
    OutcomeRecorder second = new OutcomeRecorder();
    List<MultiShotSender> armed = new ArrayList<>();
    AtomicReference<Executor> executor = new AtomicReference<>();
    executor.set(
        how.once(
            refusal,
            later,
            () -> {
              MultiShotSender next = end.end(channel);
              armed.add(next != null ? next : channel.sender());
              switch (by) {
                case 0 -> channel.onReceive(second, requireNonNull(executor.get()));
                case 1 -> channel.onReceive(second, later);
                default -> channel.onReceive(second);
              }
            }));
    MultiShotSender sender = channel.sender();
    channel.onReceive(first, requireNonNull(executor.get()));
    assertUncaught(
        what, () -> assertTrue(outcome.end(channel, sender, channel.value()), what), refusal);
    assertUncaught(what, () -> assertTrue(channel.send(armed.get(0), channel.otherValue()), what));
    later.runAll();
    first.assertNotRun(what);
    second.assertOnly(channel.otherValue(), what);
    assertNextShotIsHandled(channel, channel.sender(), what);
  }

  @Test
  void lateRefusal_onTheSendersThread_leavesTheOwnersNextHandler() {
    CountDownLatch refusing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutcomeRecorder first = new OutcomeRecorder();
    OutcomeRecorder second = new OutcomeRecorder();
    Runnable meanwhile =
        () -> {
          refusing.countDown();
          TestThreads.awaitUninterruptibly(goOn);
        };
    MultiShotSender sender = line.sender();
    Executor executor = Refusal.AT_ONCE.once(refusal, new TaskQueue(), meanwhile);
    line.onReceive(first, executor);
    MultiShotSender next;
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(
          () ->
              assertUncaught("sender", () -> assertTrue(line.send(sender, line.value())), refusal));
      TestThreads.awaitUninterruptibly(refusing);
      assertSameBits(line.value(), line.take());
      next = line.sender();
      line.onReceive(second, executor);
      held.goOn();
    }
    assertTrue(line.send(next, line.otherValue()));
    first.assertNotRun("refused");
    second.assertOnly(line.otherValue(), "of the next shot");
  }

  @Test
  void refusal_afterTheTaskHasRun_isReportedAndChangesNothing() {
    for (Refusal how : Refusal.values()) {
      if (how.runsTheTask()) {
        OutcomeRecorder handler = new OutcomeRecorder();
        Line channel = subject.line();
        MultiShotSender sender = channel.sender();
        channel.onReceive(handler, how.once(refusal, new TaskQueue()));
        assertUncaught(
            how.name(), () -> assertTrue(channel.send(sender, channel.value())), refusal);
        handler.assertOnly(channel.value(), how.name());
        assertEquals(Poll.DISCONNECTED, channel.poll());
        assertNextShotIsHandled(channel, channel.sender(), how.name());
      }
    }
  }

  @Test
  void refusal_afterTheTaskHasRegisteredTheNext_leavesThatOne() {
    for (Refusal how : Refusal.values()) {
      if (how.runsTheTask()) {
        for (int by = 0; by < 3; by++) {
          assertNextOfTheTaskIsLeft(how, by, false);
          assertNextOfTheTaskIsLeft(how, by, true);
        }
      }
    }
  }

  private void assertNextOfTheTaskIsLeft(Refusal how, int by, boolean sendsInside) {
    String what = how + ", " + by + (sendsInside ? ", sent inside" : ", sent later");
    Line channel = subject.line();
    OutcomeRecorder second = new OutcomeRecorder();
    TaskQueue later = new TaskQueue();
    Executor executor = how.once(refusal, later);
    List<MultiShotSender> next = new ArrayList<>();
    Handler first =
        value -> {
          next.add(channel.sender());
          switch (by) {
            case 0 -> channel.onReceive(second, executor);
            case 1 -> channel.onReceive(second, later);
            default -> channel.onReceive(second);
          }
          if (sendsInside) {
            assertTrue(channel.send(next.get(0), channel.otherValue()), what);
          }
        };
    MultiShotSender sender = channel.sender();
    channel.onReceive(first, executor);
    assertUncaught(what, () -> assertTrue(channel.send(sender, channel.value()), what), refusal);
    assertEquals(1, next.size(), what);
    if (!sendsInside) {
      assertTrue(channel.send(next.get(0), channel.otherValue()), what);
    }
    later.runAll();
    second.assertOnly(channel.otherValue(), what);
  }

  /** Every task is refused after it has run, and every handler runs once all the same. */
  @Test
  void refusals_afterEachTaskHasRun_endNoChain() {
    int length = 50; // few enough for one thread to run all
    OutcomeRecorder handler = new OutcomeRecorder();
    Executor executor =
        task -> {
          task.run();
          throw refusal;
        };
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              MultiShotSender sender = line.sender();
              line.onReceive(
                  new OutcomeRecorder() {
                    @Override
                    public void received(@Nullable Object value) {
                      handler.received(value);
                      if (handler.count() < length) {
                        MultiShotSender next = line.sender();
                        line.onReceive(this, executor);
                        line.send(next, line.value());
                      }
                    }
                  },
                  executor);
              line.send(sender, line.value());
            });
    assertEquals(length, handler.count());
    assertEquals(Collections.nCopies(length, refusal), uncaught);
  }

  @Test
  void refusal_byAnyThrowable_reachesTheUncaughtExceptionHandler() {
    List<Throwable> refusals =
        List.of(
            refusal,
            new OutOfMemoryError("unable to create native thread"),
            new StackOverflowError("made up"),
            new AssertionError("made up"),
            new IOException("undeclared"),
            new InterruptedException("undeclared"));
    for (Throwable thrown : refusals) {
      for (Refusal how : Refusal.values()) {
        Line channel = subject.line();
        MultiShotSender sender = channel.sender();
        channel.onReceive(new OutcomeRecorder(), how.once(thrown, new TaskQueue()));
        assertUncaught(
            how + ", " + thrown, () -> assertTrue(channel.send(sender, channel.value())), thrown);
        assertNextShotIsHandled(channel, channel.sender(), how + ", " + thrown);
      }
    }
  }

  @Test
  void refusal_ofAnOutcomeThatIsThere_isReportedOnceAndLeavesIt() {
    for (Refusal how : List.of(Refusal.AT_ONCE, Refusal.AFTER_QUEUEING_IT)) {
      Line channel = subject.line();
      TaskQueue later = new TaskQueue();
      OutcomeRecorder first = new OutcomeRecorder();
      channel.send(channel.sender(), channel.value());
      List<Throwable> told = new ArrayList<>();
      told.addAll(
          TestThreads.catchingUncaught(
              () -> {
                try {
                  channel.onReceive(first, how.once(refusal, later));
                } catch (RejectedExecutionException thrown) {
                  told.add(thrown);
                }
              }));
      assertEquals(List.of(refusal), told, how::name);
      later.runAll();
      first.assertNotRun(how.name());
      assertSameBits(channel.value(), channel.take());
    }
  }

  @Test
  void refusal_ofARunThatWasDue_leavesItsOutcome() {
    OutcomeRecorder second = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(
        value -> {
          MultiShotSender next = line.sender();
          line.onReceive(second, Refusal.AT_ONCE.once(refusal, new TaskQueue()));
          line.send(next, line.otherValue()); // which is due when this run is over
        });
    assertUncaught("due", () -> assertTrue(line.send(sender, line.value())), refusal);
    second.assertNotRun("refused");
    assertSameBits(line.otherValue(), line.take());
    assertNextShotIsHandled(line, line.sender(), "after a run that was due");
  }

  @Test
  void refusal_byAPoolThatIsShutDown_leavesTheOutcome() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.shutdown();
    OutcomeRecorder handler = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(handler, pool);
    List<Throwable> uncaught = TestThreads.catchingUncaught(() -> line.send(sender, line.value()));
    assertEquals(1, uncaught.size());
    assertSame(RejectedExecutionException.class, uncaught.get(0).getClass());
    assertSameBits(line.value(), line.take());
    assertTrue(pool.awaitTermination(1, TimeUnit.SECONDS));
    handler.assertNotRun("refused");
  }

  /** It has queued the task, throws all the same, and runs it when it has a thread again. */
  @Test
  void refusal_byAPoolThatCannotStartAThread_undoesNothingOfTheNextShot() throws Exception {
    Error noThread = new OutOfMemoryError("unable to create native thread");
    boolean[] fails = {true};
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              if (fails[0]) {
                throw noThread;
              }
              return new Thread(task);
            });
    OutcomeRecorder first = new OutcomeRecorder();
    OutcomeRecorder second = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(first, pool);
    assertUncaught("no thread", () -> assertTrue(line.send(sender, line.value())), noThread);
    assertSameBits(line.value(), line.take());
    MultiShotSender next = line.sender();
    line.onReceive(second, pool);
    fails[0] = false;
    pool.execute(() -> {}); // a thread is there, which runs the late task first
    line.send(next, line.otherValue());
    pool.shutdown();
    assertTrue(pool.awaitTermination(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    first.assertNotRun("refused");
    second.assertOnly(line.otherValue(), "of the next shot");
  }

  private void assertNextShotIsHandled(Line channel, MultiShotSender sender, String what) {
    OutcomeRecorder handler = new OutcomeRecorder();
    channel.onReceive(handler);
    assertUncaught(what, () -> assertTrue(channel.send(sender, channel.otherValue()), what));
    handler.assertOnly(channel.otherValue(), what);
    TaskQueue loop = new TaskQueue();
    MultiShotSender next = channel.sender();
    OutcomeRecorder queued = new OutcomeRecorder();
    channel.onReceive(queued, loop);
    assertTrue(channel.send(next, channel.value()), what);
    loop.runAll();
    queued.assertOnly(channel.value(), what);
  }

  private static void assertUncaught(String what, Runnable operation, Throwable... expected) {
    assertEquals(List.of(expected), TestThreads.catchingUncaught(operation), () -> what);
  }
}
