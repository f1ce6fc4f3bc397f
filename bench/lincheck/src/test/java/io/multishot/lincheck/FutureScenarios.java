package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A receiver that leaves the outcome to a future. Whoever sees that done may use the receiver at
 * once: each scenario ends with another shot.
 */
final class FutureScenarios {

  private FutureScenarios() {}

  /** Either the value is received, or the future is cancelled, and nothing is left to be taken. */
  static Scenario cancelsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> hasArrived.set(sender.send(1)));
      boolean isCancelled = future.cancel(false);
      playsOn(channel);
      opponent.finish();
      assertEquals(isCancelled, future.isCancelled());
      assertTrue(isCancelled || (hasArrived.get() && future.join() == 1));
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** Another thread cancels; the owner goes on as soon as it sees that. */
  static Scenario isCancelledWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      Opponent canceller = Opponent.starts(() -> future.cancel(false));
      awaitDone(future);
      playsOn(channel);
      opponent.finish();
      canceller.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario isCancelledInVain() {
    return subject -> {
      Channel channel = subject.open();
      channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent canceller = Opponent.starts(() -> future.cancel(false));
      awaitDone(future);
      playsOn(channel);
      canceller.finish();
      assertTrue(future.isCancelled());
    };
  }

  static Scenario completesWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> hasArrived.set(sender.send(1)));
      boolean isCompleted = future.complete(2L);
      playsOn(channel);
      opponent.finish();
      assertTrue(isCompleted || hasArrived.get());
      assertEquals(isCompleted ? 2 : 1, future.join());
    };
  }

  /** As by a timer and a caller: one of them, or the sender, has completed it. */
  static Scenario isCompletedByTwoWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean isTimedOut = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      Opponent timer = Opponent.starts(() -> isTimedOut.set(future.complete(2L)));
      boolean isCancelled = future.cancel(false);
      playsOn(channel);
      opponent.finish();
      timer.finish();
      assertFalse(isCancelled && isTimedOut.get());
      assertEquals(isCancelled, future.isCancelled());
      assertTrue(isCancelled || future.join() == (isTimedOut.get() ? 2 : 1));
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario obtrudesWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      future.obtrudeValue(2L);
      playsOn(channel);
      opponent.finish();
      assertEquals(2, future.join());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** The sender of a shot that is abandoned so is told, once. */
  static Scenario cancelsWhileAskingToBeTold() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.onAbandoned(told));
      assertTrue(future.cancel(false));
      opponent.finish();
      assertEquals(1, told.runs());
      assertFalse(sender.send(1));
      playsOn(channel);
    };
  }

  /** The shot stays open if the future is taken back. */
  static Scenario withdrawsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      boolean isBack = channel.withdraw();
      opponent.finish();
      assertTrue(future.isDone());
      assertEquals(isBack, future.isCancelled());
      assertEquals(1, isBack ? channel.take() : future.join());
      playsOn(channel);
    };
  }

  static Scenario withdrawsWhileCancelling() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent canceller = Opponent.starts(() -> future.cancel(false));
      boolean isBack = channel.withdraw();
      canceller.finish();
      assertTrue(future.isCancelled());
      assertEquals(isBack, sender.send(1));
      assertEquals(isBack ? Poll.READY : Poll.DISCONNECTED, channel.poll());
      playsOn(channel);
    };
  }

  static Scenario renewsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> hasArrived.set(sender.send(1)));
      plays(channel, channel.renew());
      opponent.finish();
      assertTrue(future.isDone());
      assertTrue(future.isCancelled() || (hasArrived.get() && future.join() == 1));
    };
  }

  static Scenario renewsWhileCancellingAndSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      Opponent canceller = Opponent.starts(() -> future.cancel(false));
      plays(channel, channel.renew());
      opponent.finish();
      canceller.finish();
      assertTrue(future.isDone());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario closesWhileCancelling() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> future = channel.toFuture();
      Opponent canceller = Opponent.starts(() -> future.cancel(false));
      channel.close();
      canceller.finish();
      assertTrue(future.isCancelled());
      assertTrue(sender.isAbandoned());
      assertFalse(sender.send(1));
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertEquals(null, channel.trySender());
    };
  }

  static Scenario isMadeWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      CompletableFuture<Long> future = channel.toFuture();
      opponent.finish();
      assertTrue(future.isDone());
      assertEquals(1, future.join());
      playsOn(channel);
    };
  }

  /** The next future is made as soon as the first is done. */
  static Scenario isMadeTwice() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> first = channel.toFuture();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      awaitDone(first);
      Channel.Sender next = channel.sender();
      CompletableFuture<Long> second = channel.toFuture();
      Opponent other = Opponent.starts(() -> next.send(2));
      opponent.finish();
      other.finish();
      assertEquals(1, first.join());
      assertEquals(2, second.join());
    };
  }

  /** Returns as soon as it can be seen that it is done. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it
  private static void awaitDone(CompletableFuture<Long> future) {
    while (!future.isDone()) {
      Thread.yield();
    }
  }

  /** Plays the next shot. The one before is over, as its future is done. */
  private static void playsOn(Channel channel) {
    plays(channel, channel.sender());
  }

  private static void plays(Channel channel, Channel.Sender next) {
    assertTrue(next.send(3));
    assertEquals(3, channel.take());
  }
}
