package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.samples.Threads;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens when the worker is too slow for the requester of a {@link ReplySlot}. The test is
 * the worker, or none. {@link CallClientTest} has the same for calls.
 */
@Timeout(60)
class TimeoutTest {

  private static final long WRONG = 666;

  private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
  private final Queues queues = new Queues(queue, new ArrayDeque<>());

  static ReplySlot[] slots() {
    return new ReplySlot[] {new ChannelSlot(), new FutureSlot()};
  }

  @ParameterizedTest
  @MethodSource("slots")
  void arm_afterAnAnswer_returnsTheSameRequest(ReplySlot slot) throws Exception {
    Request request = slot.arm();
    assertTrue(request.reply(1));
    assertEquals(1, slot.await(ReplySlot.FOREVER));
    assertSame(request, slot.arm());
    assertTrue(request.reply(2));
    assertEquals(2, slot.await(ReplySlot.FOREVER));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void reply_afterRearm_doesNotAnswerTheNextRequest(ReplySlot slot) throws Exception {
    Request late = slot.arm();
    assertThrows(TimeoutException.class, () -> slot.await(1));
    assertFalse(late.isAbandoned());
    Request next = slot.rearm();
    assertNotSame(late, next);
    assertTrue(late.isAbandoned());
    assertFalse(late.reply(WRONG));
    assertThrows(TimeoutException.class, () -> slot.await(1));
    assertTrue(next.reply(2));
    assertEquals(2, slot.await(ReplySlot.FOREVER));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void fail_afterRearm_doesNotAnswerTheNextRequest(ReplySlot slot) throws Exception {
    Request late = slot.arm();
    Request next = slot.rearm();
    assertTrue(next.reply(2));
    assertFalse(late.fail(new UnknownOrderException(1)));
    assertEquals(2, slot.await(ReplySlot.FOREVER));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void reply_betweenTheTimeOutAndRearm_isDiscarded(ReplySlot slot) throws Exception {
    Request first = slot.arm();
    assertThrows(TimeoutException.class, () -> slot.await(1));
    assertTrue(first.reply(WRONG)); // just before the requester gives up
    Request next = slot.rearm();
    assertNotSame(first, next);
    assertTrue(next.reply(2));
    assertEquals(2, slot.await(ReplySlot.FOREVER));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void requester_afterATimeOut_asksAgainAndGetsTheRightAnswer(ReplySlot slot) throws Exception {
    Script script = Script.of(List.of(Command.add(1, Side.BUY, 100, 10), Command.cancel(1)));
    Tally tally = new Tally();
    FutureTask<Void> asking = ask(slot, script, tally);
    long seen = 0;
    while (!asking.isDone()) {
      Request request = queue.poll(1, TimeUnit.MILLISECONDS);
      if (request != null && request.sequence() != seen) {
        seen = request.sequence();
        awaitAbandoned(request);
        assertFalse(request.reply(WRONG));
      } else if (request != null) {
        answer(request, script.at(seen - 1));
      }
    }
    asking.get();
    assertEquals(script.length(), tally.requests());
    assertTrue(tally.timeouts() >= script.length());
    assertEquals(0, tally.wrongAnswers(), tally::firstWrongAnswer);
  }

  @ParameterizedTest
  @MethodSource("slots")
  void session_ofACommandAskedTwice_executesItOnce(ReplySlot slot) throws Exception {
    Session session = new Session();
    Request first = slot.arm();
    first.set(0, 1, Command.add(1, Side.BUY, 100, 10));
    Request again = slot.rearm(); // the worker is at it, and does not look whether it is wanted
    assertFalse(session.answer(first));
    again.set(0, 1, Command.add(1, Side.BUY, 100, 10));
    assertTrue(session.answer(again));
    assertEquals(0, slot.await(ReplySlot.FOREVER));
    Request volume = slot.arm();
    volume.set(0, 2, Command.volumeAt(100));
    assertTrue(session.answer(volume));
    assertEquals(10, slot.await(ReplySlot.FOREVER));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void worker_skipsAbandonedRequests(ReplySlot slot) throws Exception {
    Request abandoned = slot.arm();
    abandoned.set(0, 1, Command.add(1, Side.BUY, 100, 10));
    Request volume = slot.rearm();
    volume.set(0, 2, Command.volumeAt(100));
    queue.add(abandoned);
    queue.add(volume);
    Worker worker = new Worker(queues, 1);
    Thread thread = new Thread(worker);
    thread.start();
    assertEquals(0, slot.await(ReplySlot.FOREVER));
    worker.stop();
    thread.join();
  }

  @ParameterizedTest
  @MethodSource("slots")
  void worker_thatThrows_failsTheRequest(ReplySlot slot) throws Exception {
    Request request = slot.arm();
    request.set(99, 1, Command.bestBid()); // there is no such session
    queue.add(request);
    Worker worker = new Worker(queues, 1);
    Thread thread = new Thread(worker);
    thread.start();
    var thrown = assertThrows(IllegalStateException.class, () -> slot.await(ReplySlot.FOREVER));
    assertInstanceOf(ArrayIndexOutOfBoundsException.class, thrown.getCause());
    worker.stop();
    thread.join();
  }

  private FutureTask<Void> ask(ReplySlot slot, Script script, Tally tally) {
    Requester requester =
        new Requester(0, script, new SlotClient(0, queue, slot), TimeUnit.MILLISECONDS.toNanos(1));
    FutureTask<Void> asking =
        new FutureTask<>(
            () -> {
              requester.run(script.length(), tally);
              return null;
            });
    Threads.start(asking);
    return asking;
  }

  private static void awaitAbandoned(Request request) throws InterruptedException {
    while (!request.isAbandoned()) {
      Thread.sleep(1);
    }
  }

  /** The requester may have given up this one, too: then it asks again. */
  private static void answer(Request request, Script.Step step) {
    boolean unused =
        step.refused()
            ? request.fail(new UnknownOrderException(step.command().orderId()))
            : request.reply(step.expected());
  }
}
