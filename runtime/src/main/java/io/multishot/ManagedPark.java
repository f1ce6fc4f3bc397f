package io.multishot;

import java.util.concurrent.ForkJoinPool;

/**
 * One parking of a fork-join worker. Its pool may start another worker meanwhile, or tasks that
 * wait for tasks of the same pool would starve. Used again from parking to parking.
 */
final class ManagedPark implements ForkJoinPool.ManagedBlocker {

  /** What a thread dump names; a receiver, a group, a slab's shot, or a seat. */
  private final Object blocker;

  private boolean timed;
  private long deadline;

  ManagedPark(Object blocker) {
    this.blocker = blocker;
  }

  void begin(boolean isTimed, long until) {
    timed = isTimed;
    deadline = until;
  }

  /** Parks once: the caller looks again, and comes again. */
  @Override
  public boolean block() {
    Blocking.park(blocker, timed, deadline);
    return true;
  }

  /** Whether there is nothing to wait for, so that no other worker need be started. */
  @Override
  public boolean isReleasable() {
    if (Thread.currentThread().isInterrupted()) {
      return true;
    }
    if (blocker instanceof SlotWait wait) {
      return wait.isOver();
    }
    if (blocker instanceof Seat seat) {
      return seat.isTold();
    }
    return blocker instanceof MultiShotReceiver receiver
        ? receiver.cell().stateVolatile() != Thread.currentThread()
        : ((ReceiverGroup) blocker).isFulfilled();
  }
}
