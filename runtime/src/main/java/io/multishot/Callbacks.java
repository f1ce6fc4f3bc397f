package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has beside its cell, made when it is first needed: the state machine of its
 * handlers, who runs which, one after another, each once; its future; and how it parks in a pool.
 */
sealed class Callbacks permits Checks {

  /*
   * Overview
   *
   * A registration is a handler, an executor or none, and a shot. It is woken by the sender of its
   * shot, an executor runs it as a task, its owner withdraws it or ends the shot in another way,
   * and all of these may come late or at the same time. So there is one word, (phase, number of
   * the registration), that changes by compare-and-set only, and whoever comes late fails: a late
   * wake-up names its shot, a late task is not in QUEUED, a late refusal not in its own
   * DISPATCHING. Compare Guava's SequentialExecutor and ExecutionSequencer, which queue tasks where
   * this has one place, since a shot has one handler.
   *
   * Phases
   *
   *   FREE                 no registration, no run
   *   REGISTERED           a handler waits for its shot's outcome
   *   DISPATCHING          the outcome is there; a thread, the dispatcher, is inside execute()
   *   QUEUED               execute() has returned; the task is the executor's
   *   RUNNING              a run is on
   *   RUNNING_REGISTERED   a run is on; the next handler waits for its shot's outcome
   *   RUNNING_DUE          a run is on; the next handler is due, and follows it
   *
   * Transitions
   *
   *   from                  to                   by whom
   *   FREE                  REGISTERED           owner: registers, with the next number
   *   RUNNING               RUNNING_REGISTERED   the same
   *   REGISTERED            FREE                 whoever has removed the task from the cell
   *   RUNNING_REGISTERED    RUNNING              (withdraw, renew, close); or owner: stale
   *   RUNNING_DUE           RUNNING              owner: stale
   *   DISPATCHING, QUEUED   FREE                 owner: stale; the task is not used again
   *   REGISTERED            RUNNING              wake-up, no executor: runs, then drains
   *   REGISTERED            DISPATCHING          wake-up: dispatches
   *   RUNNING_REGISTERED    RUNNING_DUE          wake-up: leaves it to the run that is on
   *   DISPATCHING           QUEUED               dispatcher: execute() has returned
   *   DISPATCHING           FREE                 dispatcher: execute() has thrown; the task, which
   *                                              the executor may have still, is not used again
   *   QUEUED                RUNNING              the task is run: runs, then drains
   *   DISPATCHING           RUNNING              the task is run, by another thread: the same; by
   *                                              the dispatcher, inside execute(): runs, and the
   *                                              dispatcher drains
   *   RUNNING               FREE                 drain: nothing follows
   *   RUNNING_REGISTERED    REGISTERED           drain: the next one is not due yet
   *   RUNNING_DUE           RUNNING              drain, no executor: runs the next one
   *   RUNNING_DUE           DISPATCHING          drain: dispatches the next one
   *
   *              register             wake-up, executor          execute() returned
   *      FREE ------------> REGISTERED ---------> DISPATCHING --------------------> QUEUED
   *       ^                  |      ^                |    |                           |
   *       |     wake-up, no  |      | drain          |    | the task runs             |
   *       |     executor     v      |                |    v                           |
   *       +---------------  RUNNING, RUNNING_REGISTERED, RUNNING_DUE  <---------------+
   *            drain                         ^                |
   *                                          +----------------+  drain: the next one
   *
   * A registration is stale when the sequence number of its shot is not the receiver's any more:
   * its owner took, discarded, renewed, closed or armed. Nobody need be notified; a run compares the
   * numbers first, and does nothing, and the owner casts it off when it registers again or closes.
   *
   * Runs of one receiver's handlers neither overlap nor nest, by whichever executors: whoever
   * claims RUNNING runs one handler after another until none is due. Nothing recurses, as the
   * dispatcher drains what its executor ran inline. A thread that drains may go on for as long as
   * other threads end shots meanwhile, as with CompletableFuture and the queue-drain loops of
   * reactive libraries. To hand over to another thread after some runs would move handlers off the
   * sender's thread by surprise; who wants that names an executor.
   *
   * Whoever waits inside a handler for another handler of the same receiver waits for ever.
   *
   * Errors
   *
   * Handlers, executors and what they throw cannot get past run() and dispatch(). An executor that
   * throws has refused the task if that was not run, and whatever it does with it later finds it
   * cast off; the outcome stays, to be received in another way. What the machine itself calls
   * between a claim and its release allocates nothing, and the stack is probed before the claim.
   * To register is no claim, and is not probed for: a registration that the end of the stack has
   * kept out of the cell is as good as none, and cast off by the next.
   */

  static final int FREE = 0;
  static final int REGISTERED = 1;
  static final int DISPATCHING = 2;
  static final int QUEUED = 3;
  static final int RUNNING = 4;
  static final int RUNNING_REGISTERED = 5;
  static final int RUNNING_DUE = 6;

  private static final int PHASE_BITS = 3;
  private static final int PHASE_MASK = (1 << PHASE_BITS) - 1;

  private static final VarHandle WORD = field("word", long.class);
  private static final VarHandle TASK = field("task", HandlerTask.class);
  private static final VarHandle RAN_INLINE = field("ranInline", long.class);
  private static final VarHandle FUTURE = field("future", OutcomeFuture.class);

  private final MultiShotReceiver receiver;

  /** Phase and number of the registration. Volatile, compare-and-set. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long word;

  /**
   * What is registered, or was last; null if an executor may have that still. Opaque: written by
   * the owner, read by whoever then confirms by a compare-and-set of the word that it was not
   * changed.
   */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable HandlerTask task;

  /**
   * The registration that its dispatcher has run last. Opaque; each dispatcher looks for its own.
   */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long ranInline;

  /**
   * The future that is to have the outcome, until that is settled. Release and acquire: whoever
   * settles it may have ended the shot, and the owner who finds none goes on behind that.
   */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable OutcomeFuture<?> future;

  /** How the owner parks where it is a fork-join worker; made when it first is. The owner's. */
  private @Nullable ManagedPark managedPark;

  Callbacks(MultiShotReceiver receiver) {
    this.receiver = receiver;
  }

  private static VarHandle field(String name, Class<?> type) {
    return ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), name, VarHandle.class, Callbacks.class, type)
        .withInvokeExactBehavior();
  }

  // By the owner.

  /**
   * Registers a handler for the receiver's shot.
   *
   * @throws IllegalStateException if a handler or a future, or a thread, waits for it already
   */
  void register(MultiShotHandler handler, boolean asView, @Nullable Executor executor) {
    MultiShotSender cell = receiver.cell();
    long shot = cell.sequence();
    requireNone(cell, shot);
    HandlerTask registered = task();
    if (registered == null || !registered.isReusable()) {
      registered = new HandlerTask(this);
      TASK.setOpaque(this, registered);
    }
    registered.prepare(handler, asView, executor, shot);
    long number = enter();
    try {
      Object seen = cell.stateAcquire();
      if (!cell.isLive(seen) || cell.register(seen, registered) != registered) {
        Headroom.probe(shot >> 1); // or the run would be claimed, and its handler never told
        wake(registered, shot); // the outcome was there first: nobody else will
      }
    } catch (Throwable refused) { // a thread waits, or the stack is at its end
      if (numberOf(wordVolatile()) == number) {
        withdraw(registered);
      }
      throw refused;
    }
  }

  /**
   * Checks that nobody is to be told of the given shot, which is the receiver's.
   *
   * @throws IllegalStateException if somebody is
   */
  void requireNone(MultiShotSender cell, long shot) {
    OutcomeFuture<?> registered = future();
    HandlerTask current = task();
    boolean isHandled =
        current != null
            && current.shot() == shot
            && isRegistered(phaseOf(wordVolatile()))
            && hasReached(cell, current);
    if (isHandled || (registered != null && !registered.isSettled())) {
      throw new IllegalStateException(
          "a handler or a future waits for this shot already: a shot has one");
    }
    castOff();
  }

  /** Whether it is in the cell, or was; the end of the stack may have kept it out. */
  private static boolean hasReached(MultiShotSender cell, HandlerTask registered) {
    Object seen = cell.stateAcquire();
    return seen == registered || !cell.isLive(seen);
  }

  /** Lets go of a registration whose shot has ended in another way. */
  void castOff() {
    while (true) {
      long seen = wordVolatile();
      int phase = phaseOf(seen);
      if (!isRegistered(phase)) {
        return;
      }
      HandlerTask stale = task();
      boolean isExecutors = phase == DISPATCHING || phase == QUEUED;
      int left = phase == RUNNING_REGISTERED || phase == RUNNING_DUE ? RUNNING : FREE;
      if (compareAndSetWord(seen, left)) {
        if (isExecutors) {
          TASK.setOpaque(this, (HandlerTask) null);
        }
        if (stale != null) {
          stale.clear();
        }
        return;
      }
    }
  }

  ManagedPark managedPark() {
    ManagedPark made = managedPark;
    if (made == null) {
      made = new ManagedPark(receiver);
      managedPark = made;
    }
    return made;
  }

  @Nullable OutcomeFuture<?> future() {
    return (OutcomeFuture<?>) FUTURE.getAcquire(this);
  }

  void setFuture(@Nullable OutcomeFuture<?> newFuture) {
    FUTURE.setRelease(this, (OutcomeFuture) newFuture);
  }

  /** Returns the number of the registration. */
  private long enter() {
    while (true) {
      long seen = wordVolatile(); // FREE or RUNNING: what was registered has been cast off
      long next = numberOf(seen) + 1;
      long entered =
          (next << PHASE_BITS) | (phaseOf(seen) == FREE ? REGISTERED : RUNNING_REGISTERED);
      if (WORD.compareAndSet(this, seen, entered)) {
        return next;
      }
    }
  }

  /** Takes back what the caller has removed from the cell, so that nobody wakes it. */
  void withdraw(HandlerTask withdrawn) {
    withdrawn.clear();
    while (true) {
      long seen = wordVolatile();
      int phase = phaseOf(seen);
      if (phase != REGISTERED && phase != RUNNING_REGISTERED) {
        return;
      }
      if (compareAndSetWord(seen, phase == REGISTERED ? FREE : RUNNING)) {
        return;
      }
    }
  }

  // By the sender.

  /** The given shot is over, and has found {@code woken} registered. */
  void wake(HandlerTask woken, long shot) {
    while (true) {
      long seen = wordVolatile();
      if (task() != woken || woken.shot() != shot) {
        return; // a later registration
      }
      Executor executor = woken.executor();
      int phase = phaseOf(seen);
      if (phase == RUNNING_REGISTERED) {
        if (compareAndSetWord(seen, RUNNING_DUE)) {
          return;
        }
      } else if (phase != REGISTERED) {
        return; // cast off
      } else if (executor == null) {
        if (compareAndSetWord(seen, RUNNING)) {
          runAndDrain(woken);
          return;
        }
      } else if (compareAndSetWord(seen, DISPATCHING)) {
        if (dispatch(woken, executor, seen)) {
          drain();
        }
        return;
      }
    }
  }

  // By executors.

  /** An executor runs a task. */
  void runByExecutor(HandlerTask run) {
    while (true) {
      long seen = wordVolatile();
      if (task() != run) {
        return; // cast off
      }
      int phase = phaseOf(seen);
      boolean isInline = phase == DISPATCHING && run.dispatcher() == Thread.currentThread();
      if (phase != DISPATCHING && phase != QUEUED) {
        return; // cast off, or run before
      }
      if (compareAndSetWord(seen, RUNNING)) {
        if (isInline) {
          RAN_INLINE.setOpaque(this, numberOf(seen));
          run(run);
        } else {
          runAndDrain(run);
        }
        return;
      }
    }
  }

  /**
   * Hands a task to its executor, in DISPATCHING.
   *
   * @param seen the word before that, with the number of the registration
   * @return whether this thread has run it, and is to drain
   */
  private boolean dispatch(HandlerTask due, Executor executor, long seen) {
    long dispatching = withPhase(seen, DISPATCHING);
    try {
      due.setDispatcher(Thread.currentThread());
      executor.execute(due);
      if (compareAndSetWord(dispatching, QUEUED)) {
        return false;
      }
    } catch (Throwable refused) {
      due.taint();
      if (compareAndSetWord(dispatching, FREE)) {
        due.clear();
      }
      UserCode.dispatchUncaught(refused);
    }
    return (long) RAN_INLINE.getOpaque(this) == numberOf(seen);
  }

  // By whoever has claimed RUNNING.

  private void runAndDrain(HandlerTask due) {
    try {
      run(due);
    } finally {
      drain();
    }
  }

  private void run(HandlerTask due) {
    try {
      MultiShotHandler handler = due.handler();
      boolean asView = due.takesView();
      long shot = due.shot();
      due.clear();
      if (handler != null) {
        receiver.deliver(handler, asView, shot);
      }
    } catch (Throwable thrown) { // it harms neither the sender nor the next shot
      UserCode.dispatchUncaught(thrown);
    }
  }

  private void drain() {
    while (true) {
      long seen = wordVolatile();
      int phase = phaseOf(seen);
      if (phase != RUNNING_DUE) {
        if (compareAndSetWord(seen, phase == RUNNING ? FREE : REGISTERED)) {
          return;
        }
        continue;
      }
      HandlerTask due = task();
      Executor executor = due == null ? null : due.executor();
      if (due == null) {
        continue; // cast off meanwhile
      }
      if (executor == null) {
        if (compareAndSetWord(seen, RUNNING)) {
          run(due);
        }
      } else if (compareAndSetWord(seen, DISPATCHING) && !dispatch(due, executor, seen)) {
        return;
      }
    }
  }

  // The word.

  private static boolean isRegistered(int phase) {
    return phase != FREE && phase != RUNNING;
  }

  private static int phaseOf(long word) {
    return (int) word & PHASE_MASK;
  }

  private static long numberOf(long word) {
    return word >>> PHASE_BITS;
  }

  private static long withPhase(long word, int phase) {
    return (word & ~PHASE_MASK) | phase;
  }

  private @Nullable HandlerTask task() {
    return (HandlerTask) TASK.getOpaque(this);
  }

  private long wordVolatile() {
    return (long) WORD.getVolatile(this);
  }

  /** Changes the phase; the number stays. */
  private boolean compareAndSetWord(long seen, int phase) {
    return WORD.compareAndSet(this, seen, withPhase(seen, phase));
  }
}
