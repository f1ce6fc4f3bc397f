package io.multishot.lincheck;

import io.multishot.Waker;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The machine of a {@link ReferenceProtocol}'s handlers, in the words of {@code
 * io.multishot.Callbacks}: phase and number of the registration in one word.
 */
class Dispatcher {

  static final int FREE = 0;
  static final int REGISTERED = 1;
  static final int DISPATCHING = 2;
  static final int QUEUED = 3;
  static final int RUNNING = 4;
  static final int RUNNING_REGISTERED = 5;
  static final int RUNNING_DUE = 6;

  private static final int PHASES = 8;

  /** A registration. */
  static final class Task implements Waker, Runnable {

    final Dispatcher dispatcher;
    volatile Channel.@Nullable Handler handler;
    volatile @Nullable Executor executor;
    volatile long shot = -1;
    volatile @Nullable Thread inExecute;
    volatile boolean isTainted;

    Task(Dispatcher dispatcher) {
      this.dispatcher = dispatcher;
    }

    void wake(long ended) {
      dispatcher.wake(this, ended);
    }

    @Override
    public void wake() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void run() {
      dispatcher.runByExecutor(this);
    }
  }

  final AtomicLong word = new AtomicLong();

  private final ReferenceProtocol channel;
  private volatile @Nullable Task task;
  private volatile long ranInline;

  Dispatcher(ReferenceProtocol channel) {
    this.channel = channel;
  }

  // The steps, to be broken one by one.

  boolean isOfShot(Task woken, long shot) {
    return woken.shot == shot;
  }

  /** The executor has thrown; {@code dispatching} is the word that the dispatcher has set. */
  void takeBack(Task refused, long dispatching) {
    refused.isTainted = true;
    if (to(dispatching, FREE)) {
      clear(refused);
    }
  }

  boolean isReusable(Task used) {
    return used.shot == -1 && !used.isTainted;
  }

  /** Runs what is due, and what falls due meanwhile. */
  void drain() {
    while (true) {
      long seen = word.get();
      int phase = phaseOf(seen);
      if (phase != RUNNING_DUE) {
        if (to(seen, phase == RUNNING ? FREE : REGISTERED)) {
          return;
        }
        continue;
      }
      Task due = task;
      Executor executor = due == null ? null : due.executor;
      if (due == null) {
        continue;
      }
      if (executor == null) {
        if (to(seen, RUNNING)) {
          run(due);
        }
      } else if (to(seen, DISPATCHING) && !dispatch(due, executor, withPhase(seen, DISPATCHING))) {
        return;
      }
    }
  }

  /** Whether a run is on, which is to run the next one as well. */
  boolean isLeftToARun(int phase) {
    return phase == RUNNING_REGISTERED;
  }

  // What the steps make up.

  final void register(Channel.Handler handler, @Nullable Executor executor) {
    castOff();
    Task registered = task;
    if (registered == null || !isReusable(registered)) {
      registered = new Task(this);
      task = registered;
    }
    Cell cell = channel.cell();
    long shot = cell.sequence();
    registered.handler = handler;
    registered.executor = executor;
    registered.shot = shot;
    enter();
    Object seen = cell.state();
    if (!channel.isLive(seen) || channel.register(cell, seen, registered) != registered) {
      wake(registered, shot);
    }
  }

  private void enter() {
    while (true) {
      long seen = word.get();
      long entered =
          (seen / PHASES + 1) * PHASES + (phaseOf(seen) == FREE ? REGISTERED : RUNNING_REGISTERED);
      if (word.compareAndSet(seen, entered)) {
        return;
      }
    }
  }

  final void castOff() {
    while (true) {
      long seen = word.get();
      int phase = phaseOf(seen);
      if (phase == FREE || phase == RUNNING) {
        return;
      }
      Task stale = task;
      if (to(seen, phase == RUNNING_REGISTERED || phase == RUNNING_DUE ? RUNNING : FREE)) {
        if (phase == DISPATCHING || phase == QUEUED) {
          task = null;
        }
        if (stale != null) {
          clear(stale);
        }
        return;
      }
    }
  }

  final void withdraw(Task withdrawn) {
    clear(withdrawn);
    while (true) {
      long seen = word.get();
      int phase = phaseOf(seen);
      if ((phase != REGISTERED && phase != RUNNING_REGISTERED)
          || to(seen, phase == REGISTERED ? FREE : RUNNING)) {
        return;
      }
    }
  }

  final void wake(Task woken, long shot) {
    while (true) {
      long seen = word.get();
      if (task != woken || !isOfShot(woken, shot)) {
        return;
      }
      Executor executor = woken.executor;
      int phase = phaseOf(seen);
      if (isLeftToARun(phase)) {
        if (to(seen, RUNNING_DUE)) {
          return;
        }
      } else if (phase != REGISTERED && phase != RUNNING_REGISTERED) {
        return;
      } else if (executor == null) {
        if (to(seen, RUNNING)) {
          run(woken);
          drain();
          return;
        }
      } else if (to(seen, DISPATCHING)) {
        if (dispatch(woken, executor, withPhase(seen, DISPATCHING))) {
          drain();
        }
        return;
      }
    }
  }

  final void runByExecutor(Task taken) {
    while (true) {
      long seen = word.get();
      int phase = phaseOf(seen);
      if (task != taken || (phase != DISPATCHING && phase != QUEUED)) {
        return;
      }
      boolean isInline = phase == DISPATCHING && taken.inExecute == Thread.currentThread();
      if (to(seen, RUNNING)) {
        if (isInline) {
          ranInline = seen / PHASES;
          run(taken);
        } else {
          run(taken);
          drain();
        }
        return;
      }
    }
  }

  /** Returns whether this thread has run it, and is to drain. */
  private boolean dispatch(Task due, Executor executor, long dispatching) {
    due.inExecute = Thread.currentThread();
    try {
      executor.execute(due);
      if (to(dispatching, QUEUED)) {
        return false;
      }
    } catch (RuntimeException refused) {
      takeBack(due, dispatching);
      ReferenceProtocol.dispatchUncaught(refused);
    }
    return ranInline == dispatching / PHASES;
  }

  private void run(Task due) {
    Channel.Handler handler = due.handler;
    long shot = due.shot;
    clear(due);
    if (handler != null) {
      channel.deliver(handler, shot);
    }
  }

  static void clear(Task used) {
    used.handler = null;
    used.executor = null;
    used.inExecute = null;
    used.shot = -1;
  }

  final boolean to(long seen, int phase) {
    return word.compareAndSet(seen, withPhase(seen, phase));
  }

  static int phaseOf(long word) {
    return (int) (word % PHASES);
  }

  static long withPhase(long word, int phase) {
    return word / PHASES * PHASES + phase;
  }
}
