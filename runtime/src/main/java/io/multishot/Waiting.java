package io.multishot;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver waits: it looks, makes its thread the channel's state, and parks, as its {@link
 * WaitPolicy} has it.
 *
 * <p>The state is read volatile after parking and after a failed compare-and-set. {@code unpark}
 * gives no happens-before, and in Java's memory model an acquire load may still return the old
 * state: a loop on acquire loads could sleep for ever.
 */
final class Waiting {

  /** Where an unpark can be missed, nobody sleeps for longer than this, in nanoseconds. */
  private static final long LONGEST_BLIND_PARK = 1_000_000_000L;

  /** How often a busy receiver looks between two looks at the clock and the interrupt flag. */
  private static final int LOOKS_PER_CHECK = 16;

  // Loading a class may park, and consume a permit (JDK-8074773): not in the middle of a wait.
  static {
    @SuppressWarnings("unused")
    Class<?> ensureLoaded = LockSupport.class;
    @SuppressWarnings("unused")
    boolean ensureInitialized = VirtualThreads.MAY_MISS_UNPARKS;
  }

  private Waiting() {}

  /**
   * Makes {@code waiter} the one to be woken.
   *
   * @param seen the live state that was read last
   * @return {@code waiter}, or the outcome if that came first
   */
  static @Nullable Object register(MultiShotSender cell, @Nullable Object seen, Object waiter) {
    if (seen instanceof Thread && seen != waiter) {
      throw secondWaiter(seen);
    }
    requireNoHandler(seen);
    if (cell.compareAndSetState(seen, waiter)) {
      return waiter;
    }
    Object now = cell.stateVolatile();
    if (cell.isLive(now)) {
      throw secondWaiter(now); // only a second thread can have put it there
    }
    return now;
  }

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
    requireNoHandler(cell.stateAcquire()); // before looking: it would see what the handler sees
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    return switch (receiver.waitPolicy()) {
      case SPIN_THEN_PARK -> spinThenPark(receiver, cell, timed, deadline);
      case PARK -> park(receiver, cell, cell.stateAcquire(), timed, deadline);
      case BUSY_SPIN ->
          VirtualThreads.isCurrent() // to yield is not enough: the scheduler may run no other
              ? spinThenPark(receiver, cell, timed, deadline)
              : busySpin(cell, timed, deadline);
    };
  }

  private static @Nullable Object spinThenPark(
      MultiShotReceiver receiver, MultiShotSender cell, boolean timed, long deadline)
      throws InterruptedException {
    return park(receiver, cell, Spinning.spin(receiver, cell), timed, deadline);
  }

  private static @Nullable Object park(
      MultiShotReceiver receiver,
      MultiShotSender cell,
      @Nullable Object seen,
      boolean timed,
      long deadline)
      throws InterruptedException {
    Thread self = Thread.currentThread();
    if (cell.isLive(seen)) {
      seen = register(cell, seen, self);
    }
    while (seen == self) {
      if (timed) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return withdraw(cell, self);
        }
        LockSupport.parkNanos(receiver, left);
      } else {
        park(receiver);
      }
      seen = cell.stateVolatile();
      if (seen == self && Thread.interrupted()) {
        seen = withdraw(cell, self);
        if (seen == null) {
          throw new InterruptedException();
        }
        self.interrupt(); // the outcome came first
      }
    }
    return seen;
  }

  /** Parks without a time limit. May return for no reason. */
  static void park(Object blocker) {
    if (VirtualThreads.MAY_MISS_UNPARKS && VirtualThreads.isCurrent()) {
      LockSupport.parkNanos(blocker, LONGEST_BLIND_PARK);
    } else {
      LockSupport.park(blocker);
    }
  }

  private static @Nullable Object busySpin(MultiShotSender cell, boolean timed, long deadline)
      throws InterruptedException {
    Object seen = cell.stateAcquire();
    if (seen instanceof Waker) { // as if this thread had registered: it is not run any more
      seen = withdraw(cell, seen);
    }
    while (cell.isLive(seen)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (timed && deadline - System.nanoTime() <= 0) {
        return null;
      }
      seen = Spinning.look(cell, LOOKS_PER_CHECK);
    }
    return seen;
  }

  /** Returns {@code null}, or the outcome if that came first. */
  static @Nullable Object withdraw(MultiShotSender cell, Object waiter) {
    return cell.compareAndSetState(waiter, null) ? null : cell.stateVolatile();
  }

  /** What is registered in a handler's place would share the receiver with it. */
  private static void requireNoHandler(@Nullable Object seen) {
    if (seen instanceof Delivery) {
      throw new IllegalStateException(
          "a handler waits for this shot: call withdraw() before waiting in another way");
    }
  }

  private static IllegalStateException secondWaiter(@Nullable Object first) {
    return new IllegalStateException(
        "already waited for by " + first + ": a receiver has one owner at a time");
  }
}
