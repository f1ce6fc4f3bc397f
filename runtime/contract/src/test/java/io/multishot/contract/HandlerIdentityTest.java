package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * A handler is run with the outcome of its own shot, or not at all: in an event loop, whose owner
 * may end the shot while the handler's task is still queued.
 */
final class HandlerIdentityTest extends ChannelTest {

  HandlerIdentityTest(Subject subject) {
    super(subject);
  }

  /** What the owner does with the next shot. */
  private enum Next {
    THE_SAME_HANDLER,
    ANOTHER_HANDLER,
    ANOTHER_HANDLER_BY_ANOTHER_LOOP,
    A_HANDLER_ON_THE_SENDERS_THREAD,
    A_FUTURE,
    A_WAKER,
    NOTHING
  }

  @Test
  void queuedTask_afterItsOwnerHasEndedTheShot_doesNothing() {
    forEachEnd(
        (outcome, end) -> {
          String what = outcome + ", " + end;
          Line channel = subject.line();
          TaskQueue loop = new TaskQueue();
          OutcomeRecorder handler = new OutcomeRecorder();
          MultiShotSender sender = channel.sender();
          channel.onReceive(handler, loop);
          outcome.end(channel, sender, channel.value());
          MultiShotSender next = end.end(channel);
          Poll before = channel.poll();
          loop.runAll();
          handler.assertNotRun(what);
          assertEquals(next == null ? Poll.DISCONNECTED : Poll.PENDING, before, what);
          assertEquals(before, channel.poll(), what);
        });
  }

  @Test
  void queuedTask_afterTheNextShotHasItsOwnHandler_changesNothing() {
    forEachEnd(
        (outcome, end) -> {
          if (end != OwnerEnd.CLOSE) {
            for (Next next : Next.values()) {
              assertNextIsUntouched(outcome, end, next, true);
              assertNextIsUntouched(outcome, end, next, false);
            }
          }
        });
  }

  /** The late task comes before the next outcome, or behind it. */
  private void assertNextIsUntouched(Outcome outcome, OwnerEnd end, Next next, boolean before) {
    String what = outcome + ", " + end + ", then " + next + (before ? ", before" : ", behind");
    Line channel = subject.line();
    TaskQueue loop = new TaskQueue();
    OutcomeRecorder first = new OutcomeRecorder();
    MultiShotSender sender = channel.sender();
    channel.onReceive(first, loop);
    outcome.end(channel, sender, channel.value());
    MultiShotSender armed = end.end(channel);
    MultiShotSender following = armed != null ? armed : channel.sender();

    OutcomeRecorder second = next == Next.THE_SAME_HANDLER ? first : new OutcomeRecorder();
    TaskQueue otherLoop = new TaskQueue();
    register(channel, next, second, loop, otherLoop);
    if (before) {
      loop.runAll();
      first.assertNotRun(what);
      second.assertNotRun(what);
    }
    assertTrue(channel.send(following, channel.otherValue()), what);
    loop.runAll();
    otherLoop.runAll();
    if (next == Next.NOTHING) {
      assertSameBits(channel.otherValue(), channel.take());
    } else {
      second.assertOnly(channel.otherValue(), what);
    }
    if (second != first) {
      first.assertNotRun(what);
    }
  }

  private void register(
      Line channel, Next next, OutcomeRecorder handler, TaskQueue loop, TaskQueue other) {
    switch (next) {
      case THE_SAME_HANDLER, ANOTHER_HANDLER -> channel.onReceive(handler, loop);
      case ANOTHER_HANDLER_BY_ANOTHER_LOOP -> channel.onReceive(handler, other);
      case A_HANDLER_ON_THE_SENDERS_THREAD -> channel.onReceive(handler);
      case A_FUTURE ->
          channel
              .toFuture()
              .whenComplete((value, failure) -> handler.received(line.keep(value)))
              .isDone();
      case A_WAKER -> channel.poll(() -> handler.received(channel.take()));
      case NOTHING -> {}
    }
  }

  /** Each task is of another shot than the one before, in the same state of the same channel. */
  @Test
  void queuedTasks_ofManyShots_runTheLastHandlerOnly() {
    TaskQueue loop = new TaskQueue();
    List<OutcomeRecorder> handlers = new ArrayList<>();
    for (int shot = 0; shot < 5; shot++) {
      MultiShotSender sender = line.sender(); // drops the outcome before
      handlers.add(new OutcomeRecorder());
      line.onReceive(handlers.get(shot), loop);
      line.send(sender, shot < 4 ? line.value() : line.otherValue());
    }
    loop.runAll();
    for (OutcomeRecorder handler : handlers.subList(0, 4)) {
      handler.assertNotRun("an earlier shot's");
    }
    handlers.get(4).assertOnly(line.otherValue(), "the last shot's");
  }

  @Test
  void task_runTwice_runsItsHandlerOnce() {
    List<Runnable> tasks = new ArrayList<>();
    OutcomeRecorder handler = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(handler, tasks::add);
    line.send(sender, line.value());
    tasks.get(0).run();
    tasks.get(0).run();
    handler.assertOnly(line.value(), "a task run twice");
    line.sender();
    tasks.get(0).run();
    assertEquals(1, handler.count());
    assertEquals(Poll.PENDING, line.poll());
  }

  @Test
  void onReceive_afterTheOwnerHasEndedTheShot_reportsADisconnect() {
    forEachEnd(
        (outcome, end) -> {
          String what = outcome + ", " + end;
          Line channel = subject.line();
          TaskQueue loop = new TaskQueue();
          OutcomeRecorder first = new OutcomeRecorder();
          MultiShotSender sender = channel.sender();
          channel.onReceive(first, loop);
          outcome.end(channel, sender, channel.value());
          if (end.end(channel) == null) {
            OutcomeRecorder second = new OutcomeRecorder();
            channel.onReceive(second);
            assertInstanceOf(DisconnectedException.class, second.only(what), what);
            loop.runAll();
            first.assertNotRun(what);
          }
        });
  }

  @Test
  void toFuture_afterTheOwnerHasEndedTheShot_reportsADisconnect() {
    forEachEnd(
        (outcome, end) -> {
          String what = outcome + ", " + end;
          Line channel = subject.line();
          MultiShotSender sender = channel.sender();
          channel.onReceive(new OutcomeRecorder(), new TaskQueue());
          outcome.end(channel, sender, channel.value());
          if (end.end(channel) == null) {
            CompletableFuture<?> future = channel.toFuture();
            assertTrue(future.isCompletedExceptionally(), what);
            assertInstanceOf(
                DisconnectedException.class,
                assertThrows(ExecutionException.class, future::get).getCause(),
                what);
          }
        });
  }

  @Test
  void renewOrClose_beforeTheOutcome_runsNoHandlerOfAnExecutor() {
    for (OwnerEnd end : List.of(OwnerEnd.RENEW, OwnerEnd.CLOSE)) {
      Line channel = subject.line();
      TaskQueue loop = new TaskQueue();
      OutcomeRecorder handler = new OutcomeRecorder();
      MultiShotSender abandoned = channel.sender();
      channel.onReceive(handler, loop);
      end.end(channel);
      assertFalse(channel.send(abandoned, channel.value()), end::name);
      loop.runAll();
      handler.assertNotRun(end.name());
    }
  }

  @Test
  void withdraw_whileTheTaskIsQueued_isTooLate() {
    TaskQueue loop = new TaskQueue();
    OutcomeRecorder handler = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    line.onReceive(handler, loop);
    line.send(sender, line.value());
    assertFalse(line.receiver().withdraw());
    loop.runAll();
    handler.assertOnly(line.value(), "not taken back");
  }

  /** The handler is the receiver's owner until it runs; the loop's owner has withdrawn it. */
  @Test
  void withdraw_thenAnotherHandler_runsThatOneOnly() {
    TaskQueue loop = new TaskQueue();
    TaskQueue otherLoop = new TaskQueue();
    OutcomeRecorder first = new OutcomeRecorder();
    OutcomeRecorder second = new OutcomeRecorder();
    MultiShotSender sender = line.sender();
    for (int i = 0; i < 3; i++) {
      line.onReceive(first, loop);
      assertTrue(line.receiver().withdraw());
    }
    line.onReceive(second, otherLoop);
    line.send(sender, line.value());
    assertEquals(0, loop.size());
    assertEquals(1, otherLoop.size());
    otherLoop.runAll();
    first.assertNotRun("withdrawn");
    second.assertOnly(line.value(), "registered last");
  }

  private interface Check {
    void accept(Outcome outcome, OwnerEnd end);
  }

  private static void forEachEnd(Check check) {
    for (Outcome outcome : Outcome.values()) {
      for (OwnerEnd end : OwnerEnd.values()) {
        if (end.fits(outcome)) {
          check.accept(outcome, end);
        }
      }
    }
  }
}
