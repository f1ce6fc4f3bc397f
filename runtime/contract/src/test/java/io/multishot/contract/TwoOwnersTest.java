package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.contract.Declarations.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is against the rules, or at their edge, and is not told, harms nobody for longer. */
final class TwoOwnersTest {

  /** Whether both take the value is up to chance; the next shot is as any other. */
  @Test
  @Tag("production") // in checked mode it is told
  void take_byTwoThreadsAtOnce_changesNoLaterShot() {
    LongChannel.Receiver receiver = LongChannel.open();
    CyclicBarrier start = new CyclicBarrier(2);
    for (int round = 0; round < 100; round++) {
      assertTrue(receiver.sender().send(round));
      try (TestThreads threads = new TestThreads()) {
        for (int i = 0; i < 2; i++) {
          int expected = round;
          threads.start(
              () -> {
                start.await();
                try {
                  assertEquals(expected, receiver.take());
                } catch (IllegalStateException e) {
                  assertTrue(String.valueOf(e.getMessage()).contains("no value"));
                }
              });
        }
      }
      LongChannel.Sender next = receiver.renew();
      assertTrue(next.send(-round));
      assertEquals(-round, receiver.take());
    }
  }

  /** An object that is two kinds of handler is told once, though not by which method. */
  @Test
  void onReceive_ofAHandlerOfTwoKinds_runsItOnce() {
    List<String> told = new ArrayList<>();
    class Both implements TradeChannel.Handler, TradeChannel.ViewHandler {
      @Override
      public void received(Trade message) {
        told.add("record");
      }

      @Override
      public void received(TradeChannel.View message) {
        told.add("view");
      }

      @Override
      public void failed(Throwable failure) {
        told.add("failure");
      }
    }
    TradeChannel.Receiver receiver = TradeChannel.open();
    TradeChannel.Sender sender = receiver.sender();
    receiver.onReceive(new Both());
    assertTrue(sender.send(1, 2, 3, null));
    assertEquals(List.of("record"), told);
    sender = receiver.sender();
    receiver.onReceiveView(new Both());
    assertTrue(sender.send(1, 2, 3, null));
    assertEquals(2, told.size());
    sender = receiver.sender();
    receiver.onReceiveView(new Both());
    sender.close();
    assertEquals("failure", told.get(2));
  }
}
