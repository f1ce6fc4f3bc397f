package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when the worker is too slow for calls. The test is the worker, or none. */
@Timeout(60)
class CallClientTest {

  private static final long WRONG = 666;
  private static final Command ADD = Command.add(1, Side.BUY, 100, 10);

  private final Queue<DeskCall.Request> calls = new ConcurrentLinkedQueue<>();
  private final Queues queues = new Queues(new ArrayDeque<>(), calls);
  private final CallClient client = new CallClient(0, calls);

  @Test
  void answer_afterAskAgain_doesNotAnswerTheNextQuestion() throws Exception {
    client.ask(1, ADD);
    DeskCall.Request late = calls.remove();
    assertThrows(TimeoutException.class, () -> client.await(1));
    assertFalse(late.isAbandoned());
    client.askAgain(1, ADD);
    assertTrue(late.isAbandoned());
    assertFalse(late.send(WRONG));
    assertThrows(TimeoutException.class, () -> client.await(1));
    assertTrue(calls.remove().send(2));
    assertEquals(2, client.await(ReplySlot.FOREVER));
  }

  @Test
  void fail_afterAskAgain_doesNotAnswerTheNextQuestion() throws Exception {
    client.ask(1, ADD);
    DeskCall.Request late = calls.remove();
    client.askAgain(1, ADD);
    assertTrue(calls.remove().send(2));
    assertFalse(late.fail(new UnknownOrderException(1)));
    assertEquals(2, client.await(ReplySlot.FOREVER));
  }

  @Test
  void answer_betweenTheTimeOutAndAskAgain_isDiscarded() throws Exception {
    client.ask(1, ADD);
    assertThrows(TimeoutException.class, () -> client.await(1));
    assertTrue(calls.remove().send(WRONG)); // just before the requester gives up
    client.askAgain(1, ADD);
    assertTrue(calls.remove().send(2));
    assertEquals(2, client.await(ReplySlot.FOREVER));
  }

  @Test
  void sessions_ofACommandAskedTwice_executeItOnce() throws Exception {
    Sessions sessions = new Sessions(1);
    for (int i = 0; i < 2; i++) {
      client.ask(1, ADD);
      assertTrue(calls.remove().serve(sessions));
      assertEquals(0, client.await(ReplySlot.FOREVER));
    }
    client.ask(2, Command.volumeAt(100));
    assertTrue(calls.remove().serve(sessions));
    assertEquals(10, client.await(ReplySlot.FOREVER));
  }

  @Test
  void sessions_ofARefusalAskedTwice_refuseTwice() throws Exception {
    Sessions sessions = new Sessions(1);
    for (int i = 0; i < 2; i++) {
      client.ask(1, Command.cancel(7));
      assertTrue(calls.remove().serve(sessions));
      var refusal =
          assertThrows(UnknownOrderException.class, () -> client.await(ReplySlot.FOREVER));
      assertEquals(7, refusal.orderId());
    }
  }

  @Test
  void worker_skipsAbandonedCalls() throws Exception {
    client.ask(1, ADD);
    client.askAgain(2, Command.volumeAt(100));
    Worker worker = new Worker(queues, 1);
    Thread thread = new Thread(worker);
    thread.start();
    assertEquals(0, client.await(ReplySlot.FOREVER));
    worker.stop();
    thread.join();
  }

  @Test
  void worker_thatThrows_failsTheCall() throws Exception {
    CallClient stranger = new CallClient(99, calls); // there is no such session
    stranger.ask(1, Command.bestBid());
    Worker worker = new Worker(queues, 1);
    Thread thread = new Thread(worker);
    thread.start();
    var thrown = assertThrows(IllegalStateException.class, () -> stranger.await(ReplySlot.FOREVER));
    assertInstanceOf(ArrayIndexOutOfBoundsException.class, thrown.getCause());
    worker.stop();
    thread.join();
  }
}
