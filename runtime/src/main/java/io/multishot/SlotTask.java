package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A handler that an executor is to run: the waiter that lies beside the slot, and the task that the
 * executor gets. A slot uses it again from shot to shot, so that nothing is allocated.
 */
final class SlotTask implements Runnable {

  /*
   *   IDLE        nobody's                            slot's owner prepares it: compare-and-set
   *   PREPARED    registered, or about to be; of      dispatch: the shot is over, the slot TAKEN;
   *               whoever has the slot                release store. clear: release store, to IDLE
   *   DUE         handed to the executor              run: compare-and-set, to RUNNING;
   *                                                   refusal: compare-and-set, to REFUSED
   *   RUNNING     of the thread that runs it          release store, to IDLE, before the handler
   *   REFUSED     final: its executor may have it     -
   *               still
   *
   * The executor that has it may run it late, or twice. Then it is not DUE; or it is so for a later
   * shot of this slot, whose handler that thread runs then in place of its own executor's.
   *
   * An executor may run it, and refuse it then: when it may be DUE again, for that later shot,
   * which another executor has accepted. So a state has a number, which grows with each
   * preparation, and a refusal holds for its own.
   */
  private static final int IDLE = 0;

  private static final int PREPARED = 1;
  private static final int DUE = 2;
  private static final int RUNNING = 3;
  private static final int REFUSED = 4;
  private static final int STATE_BITS = 3;
  private static final int STATE_MASK = (1 << STATE_BITS) - 1;

  private static final VarHandle STATE = field("state", int.class);
  private static final VarHandle ID = field("id", long.class);

  private final Slab<?, ?> slab;
  private final int slot;

  /** The shot. Opaque: who runs the task late looks at it before it claims. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long id;

  /** A number, and the state in the lowest bits. Accessed through {@link #STATE} only. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private int state;

  // Of whoever has prepared it, then of who has the slot, then of who runs it. Plain.

  private @Nullable SlabHandler handler;
  private @Nullable Executor executor;
  private int end;

  SlotTask(Slab<?, ?> slab, int slot) {
    this.slab = slab;
    this.slot = slot;
  }

  private static VarHandle field(String name, Class<?> type) {
    return ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), name, VarHandle.class, SlotTask.class, type)
        .withInvokeExactBehavior();
  }

  private int state() {
    return (int) STATE.getAcquire(this);
  }

  private static boolean is(int state, int wanted) {
    return (state & STATE_MASK) == wanted;
  }

  private static int with(int state, int next) {
    return (state & ~STATE_MASK) | next;
  }

  private long id() {
    return (long) ID.getOpaque(this);
  }

  /** Returns {@code false} if it is in use still, or an executor may have it. */
  boolean tryPrepare(SlabHandler newHandler, Executor newExecutor, long newId) {
    int seen = state();
    int prepared = with(seen + (1 << STATE_BITS), PREPARED);
    if (!is(seen, IDLE) || !STATE.compareAndSet(this, seen, prepared)) {
      return false;
    }
    handler = newHandler;
    executor = newExecutor;
    ID.setOpaque(this, newId);
    return true;
  }

  /** In PREPARED: it is not to run. In RUNNING: it is about to. */
  void clear() {
    handler = null;
    executor = null;
    STATE.setRelease(this, with(state(), IDLE));
  }

  /** In PREPARED: the shot is over, and the slot is TAKEN. */
  void dispatch(int newEnd) {
    Executor dispatched = executor;
    int due = with(state(), DUE);
    end = newEnd;
    STATE.setRelease(this, due);
    try {
      if (dispatched != null) {
        dispatched.execute(this);
      }
    } catch (Throwable refused) {
      if (STATE.compareAndSet(this, due, with(due, REFUSED))) {
        handler = null;
        executor = null;
        slab.untake(slot, newEnd);
      }
      UserCode.dispatchUncaught(refused);
    }
  }

  /** Called by the executor. */
  @Override
  public void run() {
    Headroom.probe(slab.turn(id()));
    int seen = state();
    if (!is(seen, DUE) || !STATE.compareAndSet(this, seen, with(seen, RUNNING))) {
      return; // run before, or refused
    }
    SlabHandler due = handler;
    long ended = id();
    int how = end;
    clear();
    if (due != null) {
      Nesting.run(slab, due, ended, how);
    }
  }
}
