package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver that leaves the outcome to a future. */
final class FutureScenarios {

  private FutureScenarios() {}

  /** Either the value has arrived, or the future is cancelled. */
  static Scenario cancelsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Rival rival = Rival.starts(() -> hasArrived.set(sender.send(1)));
      boolean isCancelled = future.cancel(false);
      rival.finish();
      assertEquals(isCancelled, future.isCancelled());
      assertEquals(!isCancelled, hasArrived.get());
      assertTrue(isCancelled || future.join() == 1);
    };
  }

  static Scenario completesWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Rival rival = Rival.starts(() -> hasArrived.set(sender.send(1)));
      boolean isCompleted = future.complete(2L);
      rival.finish();
      assertEquals(!isCompleted, hasArrived.get());
      assertEquals(isCompleted ? 2 : 1, future.join());
    };
  }

  static Scenario isMadeWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Rival rival = Rival.starts(() -> assertTrue(sender.send(1)));
      CompletableFuture<Long> future = channel.toFuture();
      rival.finish();
      assertTrue(future.isDone());
      assertEquals(1, future.join());
      assertTrue(channel.sender().send(2));
      assertEquals(2, channel.take());
    };
  }
}
