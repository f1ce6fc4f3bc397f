package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import io.multishot.contract.Declarations.Fill;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No way of waiting allocates anything, shot after shot, but a future. */
@Tag("production")
final class WaitingAllocationTest {

  private static final int SHOTS = 200_000;

  private final LongChannel.Receiver longs = LongChannel.open();
  private final FillChannel.Receiver fills = FillChannel.open();
  private int runs;

  @Test
  @SuppressWarnings("multishot") // the handler arms the sender
  void handler_thatRegistersItselfAgain_allocatesNothing() throws Exception {
    LongChannel.Handler handler =
        new LongChannel.Handler() {
          @Override
          public void received(long value) {
            runs++;
            longs.sender();
            longs.onReceive(this);
          }
        };
    LongChannel.Sender sender = longs.sender();
    longs.onReceive(handler);
    Allocated.assertNothing(
        () -> {
          for (int i = 0; i < SHOTS; i++) {
            sender.send(i);
          }
        });
    assertTrue(runs >= SHOTS);
  }

  @Test
  void handler_ofMessages_allocatesNothing() throws Exception {
    FillChannel.Handler handler =
        new FillChannel.Handler() {
          @Override
          public void received(Fill fill) {
            runs += fill.quantity();
          }
        };
    Allocated.assertNothing(
        () -> {
          for (int i = 0; i < SHOTS; i++) {
            FillChannel.Sender sender = fills.sender();
            fills.onReceive(handler);
            sender.send("venue", true, i, i, 1);
          }
        });
    assertTrue(runs >= SHOTS);
  }

  @Test
  void handler_runByAnExecutor_allocatesNothing() throws Exception {
    Runnable[] task = new Runnable[1];
    LongChannel.Handler handler = value -> runs++;
    Executor executor = command -> task[0] = command;
    Allocated.assertNothing(
        () -> {
          for (int i = 0; i < SHOTS; i++) {
            LongChannel.Sender sender = longs.sender();
            longs.onReceive(handler, executor);
            sender.send(i);
            task[0].run();
          }
        });
    assertTrue(runs >= SHOTS);
  }

  @Test
  void group_thatIsPolled_allocatesNothing() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(longs, fills);
    Waker waker = () -> runs++;
    fills.sender();
    Allocated.assertNothing(
        () -> {
          for (int i = 0; i < SHOTS; i++) {
            LongChannel.Sender sender = longs.sender();
            assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
            sender.send(i);
            assertEquals(0, group.pollAny(waker));
            assertEquals(i, longs.take());
          }
        });
    assertTrue(runs >= SHOTS);
  }

  @Test
  void timeOutsAndOnAbandoned_allocateNothing() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(longs, fills);
    Waker waker = () -> runs++;
    LongChannel.Sender sender = longs.sender();
    Allocated.assertNothing(
        () -> {
          for (int i = 0; i < 500; i++) {
            sender.onAbandoned(waker);
            longs.await(1, TimeUnit.MICROSECONDS);
            group.awaitAny(1, TimeUnit.MICROSECONDS);
            group.awaitAll(1, TimeUnit.MICROSECONDS);
          }
        });
    assertEquals(0, runs);
  }

  @Test
  void receiveAndAwaitAny_betweenTwoThreads_allocateNothing() throws Exception {
    LongChannel.Receiver replies = LongChannel.open();
    ReceiverGroup group = ReceiverGroup.of(replies, fills);
    fills.sender();
    int rounds = 5_000;
    try (TestThreads threads = new TestThreads()) {
      LongChannel.Sender request = longs.sender();
      LongChannel.Sender reply = replies.sender();
      threads.start(
          () ->
              Allocated.assertNothing(
                  () -> {
                    for (int i = 0; i < rounds; i++) {
                      long asked = longs.receive();
                      longs.sender();
                      reply.send(asked);
                    }
                  }));
      threads.start(
          () ->
              Allocated.assertNothing(
                  () -> {
                    for (int i = 0; i < rounds; i++) {
                      request.send(i);
                      assertEquals(0, group.awaitAny());
                      assertEquals(i, replies.take());
                      replies.sender();
                    }
                  }));
    }
  }
}
