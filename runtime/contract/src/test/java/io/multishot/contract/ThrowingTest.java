package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever a user's code throws, and the uncaught exception handler besides: what the sender is
 * told stands, and the channel goes on.
 */
final class ThrowingTest extends ChannelTest {

  ThrowingTest(Subject subject) {
    super(subject);
  }

  /** A waker or handler that throws. */
  private enum Waiter {
    A_WAKER,
    A_GROUPS_WAKER,
    A_HANDLER,
    A_HANDLER_BY_AN_EXECUTOR,
    AN_EXECUTOR,
    WHAT_DEPENDS_ON_A_FUTURE;

    void register(Line channel, Throwable thrown) {
      Waker waker = () -> Refusal.<RuntimeException>sneak(thrown);
      Handler handler =
          new OutcomeRecorder() {
            @Override
            public void received(@Nullable Object value) {
              waker.wake();
            }

            @Override
            public void failed(Throwable failure) {
              waker.wake();
            }
          };
      switch (this) {
        case A_WAKER -> channel.poll(waker);
        case A_GROUPS_WAKER -> ReceiverGroup.of(channel.receiver()).pollAny(waker);
        case A_HANDLER -> channel.onReceive(handler);
        case A_HANDLER_BY_AN_EXECUTOR -> channel.onReceive(handler, Runnable::run);
        case AN_EXECUTOR -> channel.onReceive(handler, task -> waker.wake());
        case WHAT_DEPENDS_ON_A_FUTURE ->
            channel.toFuture().whenComplete((value, failure) -> waker.wake()).isDone();
      }
    }
  }

  private static List<Throwable> thrown() {
    return List.of(
        new IllegalStateException("made up"),
        new AssertionError("made up"),
        new StackOverflowError("made up"),
        new InterruptedException("made up, and undeclared"));
  }

  @Test
  void send_whateverItsWaiterThrows_returnsTrueAndChangesNothingElse() throws Exception {
    for (Waiter waiter : Waiter.values()) {
      for (Outcome outcome : Outcome.values()) {
        for (Throwable thrown : thrown()) {
          String what = waiter + ", " + outcome + ", " + thrown;
          Line channel = subject.line();
          withThrowingUncaughtExceptionHandler(
              () -> {
                MultiShotSender sender = channel.sender();
                waiter.register(channel, thrown);
                assertTrue(outcome.end(channel, sender, channel.value()), what);
                assertGoesOn(channel, what);
              });
        }
      }
    }
  }

  @Test
  void onReceive_whateverTheHandlerOfAnOutcomeThatIsThereThrows_throwsNothing() throws Exception {
    for (Outcome outcome : Outcome.values()) {
      for (Throwable thrown : thrown()) {
        Line channel = subject.line();
        withThrowingUncaughtExceptionHandler(
            () -> {
              outcome.end(channel, channel.sender(), channel.value());
              Waiter.A_HANDLER.register(channel, thrown);
              assertGoesOn(channel, outcome + ", " + thrown);
            });
      }
    }
  }

  @Test
  void queuedTask_whateverItsHandlerThrows_throwsNothing() throws Exception {
    for (Throwable thrown : thrown()) {
      TaskQueue loop = new TaskQueue();
      Line channel = subject.line();
      withThrowingUncaughtExceptionHandler(
          () -> {
            MultiShotSender sender = channel.sender();
            channel.onReceive(value -> Refusal.<RuntimeException>sneak(thrown), loop);
            channel.send(sender, channel.value());
            loop.runAll();
            assertGoesOn(channel, thrown.toString());
          });
    }
  }

  @Test
  void failure_thatNoHandlerTakes_changesNoLaterShot() throws Exception {
    withThrowingUncaughtExceptionHandler(
        () -> {
          for (Outcome outcome : List.of(Outcome.FAILURE, Outcome.DISCONNECT)) {
            MultiShotSender sender = line.sender();
            line.onReceive(value -> {});
            assertTrue(outcome.end(line, sender, line.value()));
            assertGoesOn(line, outcome.name());
          }
        });
  }

  @Test
  void renew_whateverTheAbandonedSendersWakerThrows_armsTheNextShot() throws Exception {
    for (Throwable thrown : thrown()) {
      Line channel = subject.line();
      withThrowingUncaughtExceptionHandler(
          () -> {
            MultiShotSender abandoned = channel.sender();
            abandoned.onAbandoned(() -> Refusal.<RuntimeException>sneak(thrown));
            MultiShotSender sender = channel.renew();
            assertTrue(abandoned.isAbandoned());
            assertFalse(channel.send(abandoned, channel.value()));
            assertTrue(channel.send(sender, channel.otherValue()));
            assertSameBits(channel.otherValue(), channel.take());
            assertGoesOn(channel, thrown.toString());
          });
    }
  }

  @Test
  void close_whateverTheAbandonedSendersWakerThrows_closes() throws Exception {
    withThrowingUncaughtExceptionHandler(
        () -> {
          MultiShotSender abandoned = line.sender();
          abandoned.onAbandoned(
              () -> {
                throw new AssertionError("made up");
              });
          line.receiver().close();
          assertTrue(abandoned.isAbandoned());
          assertFalse(line.send(abandoned, line.value()));
          assertEquals(Poll.DISCONNECTED, line.poll());
        });
  }

  @Test
  void cancel_whateverTheAbandonedSendersWakerThrows_cancels() throws Exception {
    withThrowingUncaughtExceptionHandler(
        () -> {
          MultiShotSender abandoned = line.sender();
          abandoned.onAbandoned(
              () -> {
                throw new AssertionError("made up");
              });
          CompletableFuture<?> future = line.toFuture();
          assertTrue(future.cancel(true));
          assertTrue(future.isCancelled());
          assertGoesOn(line, "cancelled");
        });
  }

  private static void fail(Thread thread, Throwable uncaught) {
    throw new IllegalArgumentException("an uncaught exception handler that throws", uncaught);
  }

  private static void withThrowingUncaughtExceptionHandler(TestThreads.Task task) {
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler(ThrowingTest::fail);
            task.run();
          });
    }
  }

  /** By each way to wait: an outcome of its own shot, and once. */
  private void assertGoesOn(Line channel, String what) {
    channel.receiver().drop();
    for (boolean byExecutor : new boolean[] {false, true, false}) {
      OutcomeRecorder handler = new OutcomeRecorder();
      MultiShotSender sender = channel.sender();
      if (byExecutor) {
        channel.onReceive(handler, Runnable::run);
      } else {
        channel.onReceive(handler);
      }
      assertTrue(channel.send(sender, channel.otherValue()), what);
      handler.assertOnly(channel.otherValue(), what);
    }
    List<Poll> woken = new ArrayList<>();
    MultiShotSender sender = channel.sender();
    assertEquals(Poll.PENDING, channel.poll(() -> woken.add(channel.poll())), what);
    assertTrue(channel.send(sender, channel.value()), what);
    assertEquals(List.of(Poll.READY), woken, what);
    assertSameBits(channel.value(), channel.take());
    sender = channel.sender();
    CompletableFuture<?> future = channel.toFuture();
    assertTrue(channel.send(sender, channel.value()), what);
    assertSameBits(channel.value(), line.keep(future.getNow(null)));
    assertSame(Poll.DISCONNECTED, channel.poll());
  }
}
