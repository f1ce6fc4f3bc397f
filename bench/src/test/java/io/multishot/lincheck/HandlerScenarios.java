package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that leaves the outcome to a handler. */
final class HandlerScenarios {

  private HandlerScenarios() {}

  static Scenario registersWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      Rival rival = Rival.starts(() -> ending.end(sender));
      channel.onReceive(log);
      rival.finish();
      assertEquals(ending == Ending.SENDS ? 1 : 0, log.received.size());
      assertEquals(ending == Ending.SENDS ? 0 : 1, log.failures.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** Its runs follow one another, neither nested nor at the same time, and none is left out. */
  static Scenario registersItselfAgain() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Ring ring = new Ring(channel, 3);
      Rival rival = Rival.starts(() -> sender.send(1));
      channel.onReceive(ring);
      rival.finish();
      ring.finish();
      assertEquals(List.of(1L, 2L, 3L), List.copyOf(ring.received));
      assertFalse(ring.hasOverlapped.get());
    };
  }

  static Scenario withdrawsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      channel.onReceive(log);
      Rival rival = Rival.starts(() -> assertTrue(sender.send(1)));
      boolean isBack = channel.withdraw();
      rival.finish();
      assertEquals(isBack ? List.of() : List.of(1L), log.received);
      assertEquals(isBack ? Poll.READY : Poll.DISCONNECTED, channel.poll());
    };
  }

  /** The owner of the receiver, an event loop, goes on to the next shot. */
  static Scenario renewsBeforeTheHandlerIsRun() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Log log = new Log();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      channel.onReceive(log, loop::add);
      Rival rival = Rival.starts(() -> stale.send(-1));
      Channel.Sender fresh = channel.renew();
      assertTrue(fresh.send(1));
      rival.finish();
      loop.forEach(Runnable::run);
      assertEquals(List.of(), log.received);
      assertEquals(1, channel.take());
    };
  }

  /** It is run late, when the same handler is registered for the next shot already. */
  static Scenario runsTheHandlerOfAnEarlierShot() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Log log = new Log();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      channel.onReceive(log, loop::add);
      Rival rival = Rival.starts(() -> stale.send(-1));
      Channel.Sender fresh = channel.renew();
      channel.onReceive(log, loop::add);
      runAll(loop);
      assertTrue(fresh.send(1));
      rival.finish();
      runAll(loop);
      assertEquals(List.of(1L), log.received);
    };
  }

  private static void runAll(Queue<Runnable> loop) {
    for (Runnable next = loop.poll(); next != null; next = loop.poll()) {
      next.run();
    }
  }

  /** Notes what comes. */
  private static final class Log implements Channel.Handler {

    final List<Long> received = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public void received(long value) {
      received.add(value);
    }

    @Override
    public void failed(Throwable failure) {
      failures.incrementAndGet();
    }
  }

  /** Arms the next shot from within its run, and has it sent by a thread of its own. */
  private static final class Ring implements Channel.Handler {

    final List<Long> received = new CopyOnWriteArrayList<>();
    final AtomicBoolean hasOverlapped = new AtomicBoolean();

    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final List<Rival> senders = new CopyOnWriteArrayList<>();
    private final Channel channel;
    private final long shots;

    Ring(Channel channel, long shots) {
      this.channel = channel;
      this.shots = shots;
    }

    @Override
    public void received(long value) {
      if (isRunning.getAndSet(true)) {
        hasOverlapped.set(true);
      }
      received.add(value);
      if (value < shots) {
        Channel.Sender next = channel.sender();
        senders.add(Rival.starts(() -> next.send(value + 1)));
        channel.onReceive(this);
      }
      isRunning.set(false);
    }

    /** Waits for the senders, those included that are started meanwhile. */
    void finish() {
      for (int i = 0; i < senders.size(); i++) {
        senders.get(i).finish();
      }
    }
  }
}
