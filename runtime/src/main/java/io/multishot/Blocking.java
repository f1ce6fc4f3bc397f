package io.multishot;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver blocks: it spins, makes its thread the channel's state, and parks, as its {@link
 * WaitPolicy} has it.
 *
 * <p>The state is read volatile after parking and after a failed compare-and-set. {@code unpark}
 * gives no happens-before, and in Java's memory model an acquire load may still return the old
 * state: a loop on acquire loads could sleep for ever.
 */
final class Blocking {

  /** Where an unpark can be missed, nobody sleeps for longer than this, in nanoseconds. */
  private static final long LONGEST_BLIND_PARK = 1_000_000_000L;

  /** How often a busy receiver reads the state between two checks of clock and interrupt flag. */
  static final int SPINS_PER_CHECK = 16;

  private Blocking() {}

  /** Waits until there is an outcome, and returns that state. */
  static @Nullable Object await(MultiShotReceiver receiver, MultiShotSender cell)
      throws InterruptedException {
    return await(receiver, cell, Long.MAX_VALUE);
  }

  /**
   * As {@link #await(MultiShotReceiver, MultiShotSender)}; an interrupt is set again at the end.
   */
  static @Nullable Object awaitUninterruptibly(MultiShotReceiver receiver, MultiShotSender cell) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return await(receiver, cell);
        } catch (InterruptedException e) {
          interrupted = true; // and cleared, or the next park would return at once, and the next
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Waits until there is an outcome or the time is up.
   *
   * @param nanos at most this long; {@link Long#MAX_VALUE}, 292 years, is for ever
   * @return the outcome, or a live state if the time is up
   */
  static @Nullable Object await(MultiShotReceiver receiver, MultiShotSender cell, long nanos)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return null;
    }
    Object seen = cell.stateAcquire();
    Cell.requireNoCallback(seen); // before spinning: it would see what the handler sees
    if (seen instanceof Waker) { // replaced from here on, and not only from the parking on
      seen = cell.deregister(seen);
      if (!cell.isLive(seen)) {
        return seen;
      }
    }
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    WaitPolicy policy = receiver.waitPolicy();
    if (policy == WaitPolicy.BUSY_SPIN && !VirtualThreads.isCurrent()) {
      return busySpin(cell, timed, deadline);
    }
    // A virtual thread does not spin: to yield is not enough, the scheduler may run no other.
    seen = policy == WaitPolicy.PARK ? cell.stateAcquire() : Spinning.awaitOutcome(receiver, cell);
    return awaitParked(receiver, cell, seen, timed, deadline);
  }

  private static @Nullable Object awaitParked(
      MultiShotReceiver receiver,
      MultiShotSender cell,
      @Nullable Object seen,
      boolean timed,
      long deadline)
      throws InterruptedException {
    Thread self = Thread.currentThread();
    if (cell.isLive(seen)) {
      Headroom.probe(cell.sequence() >> 1); // or what the stack's end breaks off stays registered
      seen = cell.register(seen, self);
    }
    int slices = 0;
    try {
      while (seen == self) {
        if (timed && deadline - System.nanoTime() <= 0) {
          return cell.deregister(self);
        }
        if (isPoolWorker(self)) {
          parkManaged(receiver.managedPark(), timed, deadline);
        } else {
          park(receiver, timed, deadline);
        }
        if (CheckedMode.ON) {
          LostSenders.drainWhileBlocked(timed ? 0 : ++slices);
        }
        seen = cell.stateVolatile();
        if (seen == self && Thread.interrupted()) {
          seen = cell.deregister(self);
          if (seen == null) {
            throw new InterruptedException();
          }
          self.interrupt(); // the outcome came first
        }
      }
      return seen;
    } catch (RuntimeException | Error thrown) { // or the next waiter would be refused for ever
      cell.deregister(self);
      throw thrown;
    }
  }

  /**
   * Whether it is a platform worker of a fork-join pool. A method, so that {@link Rehearsal} can
   * have the class of workers loaded before anybody is registered.
   */
  static boolean isPoolWorker(Thread thread) {
    return thread instanceof ForkJoinWorkerThread;
  }

  /** Parks until the deadline at most, if there is one. May return for no reason. */
  static void park(Object blocker, boolean timed, long deadline) {
    if (CheckedMode.ON) {
      long left = timed ? deadline - System.nanoTime() : Long.MAX_VALUE;
      LockSupport.parkNanos(blocker, Math.min(left, LostSenders.SLICE));
    } else if (timed) {
      LockSupport.parkNanos(blocker, deadline - System.nanoTime());
    } else if (VirtualThreads.MAY_MISS_UNPARKS && VirtualThreads.isCurrent()) {
      LockSupport.parkNanos(blocker, LONGEST_BLIND_PARK);
    } else {
      LockSupport.park(blocker);
    }
  }

  /** As {@link #park}, and has the pool of this worker start another in its place. */
  static void parkManaged(ManagedPark park, boolean timed, long deadline)
      throws InterruptedException {
    park.begin(timed, deadline);
    ForkJoinPool.managedBlock(park);
  }

  private static @Nullable Object busySpin(MultiShotSender cell, boolean timed, long deadline)
      throws InterruptedException {
    Object seen = cell.stateAcquire();
    while (cell.isLive(seen)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (CheckedMode.ON) {
        LostSenders.drainWhileBlocked(0);
      }
      if (timed && deadline - System.nanoTime() <= 0) {
        return null;
      }
      seen = Spinning.spin(cell, SPINS_PER_CHECK);
    }
    return seen;
  }
}
