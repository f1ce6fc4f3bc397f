package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A receiver that leaves the outcome to a handler. */
final class HandlerScenarios {

  private HandlerScenarios() {}

  static Scenario registersWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      Opponent opponent = Opponent.starts(() -> ending.end(sender));
      channel.onReceive(log);
      opponent.finish();
      assertEquals(ending == Ending.SENDS ? 1 : 0, log.received.size());
      assertEquals(ending == Ending.SENDS ? 0 : 1, log.failures.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** Its runs follow one another, neither nested nor at the same time, and none is left out. */
  static Scenario registersItselfAgain() {
    return registersItselfAgainWith(Executors.NONE, 3);
  }

  static Scenario registersItselfAgainWith(Executors kind, int shots) {
    return subject -> {
      Thread.currentThread().setUncaughtExceptionHandler(new Refusals());
      Pool pool = new Pool();
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Ring ring = new Ring(channel, kind, pool, shots);
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      kind.register(channel, ring, pool);
      opponent.finish();
      ring.finish();
      assertEquals(LongStream.rangeClosed(1, shots).boxed().toList(), List.copyOf(ring.received));
      assertFalse(ring.hasOverlapped.get());
    };
  }

  /** A refusal loses nothing: what the executor has not run is there to be received otherwise. */
  static Scenario isRefused(Executors kind) {
    return subject -> {
      Thread.currentThread().setUncaughtExceptionHandler(new Refusals());
      Pool pool = new Pool();
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      kind.register(channel, log, pool);
      opponent.finish();
      pool.finish();
      assertEquals(log.received.isEmpty() ? Poll.READY : Poll.DISCONNECTED, channel.poll());
      assertEquals(log.received.isEmpty() ? 1 : 0, log.received.isEmpty() ? channel.take() : 0);
      assertTrue(log.received.size() <= 1);
      Channel.Sender next = channel.sender();
      channel.onReceive(log);
      assertTrue(next.send(2));
      assertEquals(2, log.received.get(log.received.size() - 1));
    };
  }

  /** Its executor throws after all, when the next shot's handler is registered already. */
  static Scenario isRefusedAfterItWasRun() {
    return subject -> {
      Thread.currentThread().setUncaughtExceptionHandler(new Refusals());
      Pool pool = new Pool();
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      AtomicReference<Channel.@Nullable Sender> next = new AtomicReference<>();
      Channel.Handler again =
          (FromValue)
              value -> {
                next.set(channel.sender());
                channel.onReceive(log);
              };
      Executors.TAKEN_THEN_REFUSED.register(channel, again, pool);
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      opponent.finish();
      pool.finish();
      Channel.Sender armed = next.get();
      if (armed == null) { // refused in time
        assertEquals(1, channel.take());
        armed = channel.sender();
        channel.onReceive(log);
      }
      assertTrue(armed.send(2));
      assertEquals(List.of(2L), log.received);
    };
  }

  /** What has refused a task runs it all the same, late: it is nobody's any more. */
  static Scenario runsWhatItHasRefused() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Queue<Runnable> refused = new ConcurrentLinkedQueue<>();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      Log first = new Log();
      Log second = new Log();
      channel.onReceive(
          first,
          task -> {
            refused.add(task);
            throw new RejectedExecutionException();
          });
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      opponent.finish();
      assertEquals(1, channel.take());
      Channel.Sender next = channel.sender();
      channel.onReceive(second, loop::add);
      Opponent other = Opponent.starts(() -> next.send(2));
      runAll(refused);
      other.finish();
      runAll(refused);
      assertEquals(List.of(), first.received);
      assertEquals(List.of(), second.received);
      runAll(loop);
      assertEquals(List.of(2L), second.received);
    };
  }

  static Scenario isRunTwiceByItsExecutor() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      Log log = new Log();
      channel.onReceive(
          log,
          task -> {
            loop.add(task);
            task.run();
          });
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      runAll(loop);
      opponent.finish();
      runAll(loop);
      assertEquals(List.of(1L), log.received);
    };
  }

  // An event loop owns the receiver.

  /** It sees the outcome before it is told, and registers for the next shot: told of that only. */
  static Scenario takesBeforeItIsWoken(Executors kind) {
    return subject -> {
      Pool pool = new Pool();
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log first = new Log();
      Log second = new Log();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      channel.onReceive(first, loop::add);
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      if (channel.poll() == Poll.PENDING) {
        opponent.finish();
      }
      assertEquals(1, channel.take());
      Channel.Sender next = channel.sender();
      kind.register(channel, second, pool);
      runAll(loop);
      assertEquals(0, second.failures.get());
      assertTrue(next.send(2));
      opponent.finish();
      pool.finish();
      runAll(loop);
      assertEquals(List.of(), first.received);
      assertEquals(List.of(2L), second.received);
      assertEquals(0, first.failures.get() + second.failures.get());
    };
  }

  static Scenario closesBeforeTheHandlerIsRun() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
      channel.onReceive(log, loop::add);
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      channel.close();
      runAll(loop);
      opponent.finish();
      runAll(loop);
      assertEquals(List.of(), log.received);
      assertEquals(0, log.failures.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** It is refused, or taken back, and registered for the same shot once more. */
  static Scenario withdrawsAndRegistersAgain() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log first = new Log();
      Log second = new Log();
      channel.onReceive(first);
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      if (channel.withdraw()) {
        channel.onReceive(second);
      }
      opponent.finish();
      assertEquals(1, first.received.size() + second.received.size());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario withdrawsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Log log = new Log();
      channel.onReceive(log);
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      boolean isBack = channel.withdraw();
      opponent.finish();
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
      Opponent opponent = Opponent.starts(() -> stale.send(-1));
      Channel.Sender fresh = channel.renew();
      assertTrue(fresh.send(1));
      opponent.finish();
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
      Opponent opponent = Opponent.starts(() -> stale.send(-1));
      Channel.Sender fresh = channel.renew();
      channel.onReceive(log, loop::add);
      runAll(loop);
      assertTrue(fresh.send(1));
      opponent.finish();
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

  /** Not told of failures, of which there are none. */
  @FunctionalInterface
  private interface FromValue extends Channel.Handler {

    @Override
    default void failed(Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  /** Takes what executors throw, which they do on purpose; anything else is an error. */
  private static final class Refusals implements Thread.UncaughtExceptionHandler {

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof RejectedExecutionException)) {
        throw new AssertionError(thrown);
      }
    }
  }

  /** The threads that executors have started. */
  private static final class Pool {

    private final List<Opponent> threads = new CopyOnWriteArrayList<>();

    void starts(Opponent.Part part) {
      threads.add(Opponent.starts(part));
    }

    /** Waits for them, those included that are started meanwhile. */
    void finish() {
      for (int i = 0; i < threads.size(); i++) {
        threads.get(i).finish();
      }
    }
  }

  /** Who runs a handler. */
  enum Executors {
    NONE {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(handler);
      }
    },

    INLINE {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(handler, Runnable::run);
      }
    },

    /** Another object at each call, as a method reference is. */
    POOL {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(handler, task -> pool.starts(task::run));
      }
    },

    REFUSED {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(handler, task -> refuse());
      }
    },

    TAKEN_THEN_REFUSED {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(
            handler,
            task -> {
              pool.starts(task::run);
              refuse();
            });
      }
    },

    RUN_THEN_REFUSED {
      @Override
      void register(Channel channel, Channel.Handler handler, Pool pool) {
        channel.onReceive(
            handler,
            task -> {
              task.run();
              refuse();
            });
      }
    };

    abstract void register(Channel channel, Channel.Handler handler, Pool pool);

    private static void refuse() {
      throw new RejectedExecutionException();
    }
  }

  /** Arms the next shot from within its run, and has it sent by a thread of its own. */
  private static final class Ring implements Channel.Handler {

    final List<Long> received = new CopyOnWriteArrayList<>();
    final AtomicBoolean hasOverlapped = new AtomicBoolean();

    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final Channel channel;
    private final Executors kind;
    private final Pool pool;
    private final long shots;

    Ring(Channel channel, Executors kind, Pool pool, long shots) {
      this.channel = channel;
      this.kind = kind;
      this.pool = pool;
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
        pool.starts(() -> next.send(value + 1));
        kind.register(channel, this, pool);
      }
      isRunning.set(false);
    }

    @Override
    public void failed(Throwable failure) {
      throw new AssertionError(failure);
    }

    void finish() {
      pool.finish();
    }
  }
}
