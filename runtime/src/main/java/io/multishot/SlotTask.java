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
   *   IDLE        nobody's                            owner of the slot prepares it: compare-and-set
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
   */
  private static final int IDLE = 0;

  private static final int PREPARED = 1;
  private static final int DUE = 2;
  private static final int RUNNING = 3;
  private static final int REFUSED = 4;

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "state", VarHandle.class, SlotTask.class, int.class)
          .withInvokeExactBehavior();

  private final Slab<?, ?> slab;
  private final int slot;

  /** Accessed through {@link #STATE} only. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private int state;

  // Of whoever has prepared it, then of who has the slot, then of who runs it. Plain.

  private @Nullable SlabHandler handler;
  private @Nullable Executor executor;
  private long id;
  private int end;

  SlotTask(Slab<?, ?> slab, int slot) {
    this.slab = slab;
    this.slot = slot;
  }

  /** Returns {@code false} if it is in use still, or an executor may have it. */
  boolean tryPrepare(SlabHandler newHandler, Executor newExecutor, long newId) {
    if (!STATE.compareAndSet(this, IDLE, PREPARED)) {
      return false;
    }
    handler = newHandler;
    executor = newExecutor;
    id = newId;
    return true;
  }

  /** In PREPARED: it is not to run. */
  void clear() {
    handler = null;
    executor = null;
    STATE.setRelease(this, IDLE);
  }

  /** In PREPARED: the shot is over, and the slot is TAKEN. */
  void dispatch(int newEnd) {
    Executor dispatched = executor;
    end = newEnd;
    STATE.setRelease(this, DUE);
    try {
      if (dispatched != null) {
        dispatched.execute(this);
      }
    } catch (Throwable refused) {
      if (STATE.compareAndSet(this, DUE, REFUSED)) {
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
    Headroom.probe(id);
    if (!STATE.compareAndSet(this, DUE, RUNNING)) {
      return; // run before, or refused
    }
    SlabHandler due = handler;
    long ended = id;
    int how = end;
    clear();
    if (due != null) {
      Nesting.run(slab, due, slot, ended, how);
    }
  }
}
