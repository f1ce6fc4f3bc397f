package io.multishot;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver waits: it spins for as long as a hand-over between two running threads takes, then
 * makes its thread the channel's state and parks.
 *
 * <p>The state is read volatile after parking and after a failed compare-and-set. {@code unpark}
 * gives no happens-before, and in Java's memory model an acquire load may still return the old
 * state: a loop on acquire loads could sleep for ever.
 */
final class Waiting {

  /**
   * How often to look before parking. A round trip between two running cores takes some 100 ns, a
   * park and unpark several microseconds; to spin for about as long as the park would cost is at
   * most twice as slow as the better of the two (Karlin et al., "Empirical Studies of Competitive
   * Spinning", SOSP 1991). With one processor the sender cannot run meanwhile, and on a virtual
   * thread to spin holds up a carrier.
   */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 256 : 0;

  // Loading a class may park, and consume a permit (JDK-8074773): not in the middle of a wait.
  static {
    @SuppressWarnings("unused")
    Class<?> ensureLoaded = LockSupport.class;
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
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    Object seen = spin(cell);
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
        LockSupport.park(receiver);
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

  private static @Nullable Object spin(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    for (int left = VirtualThreads.isCurrent() ? 0 : SPINS; left > 0 && cell.isLive(seen); left--) {
      Thread.onSpinWait();
      seen = cell.stateAcquire();
    }
    return seen;
  }

  /** Returns {@code null}, or the outcome if that came first. */
  private static @Nullable Object withdraw(MultiShotSender cell, Thread self) {
    return cell.compareAndSetState(self, null) ? null : cell.stateVolatile();
  }

  private static IllegalStateException secondWaiter(@Nullable Object first) {
    return new IllegalStateException(
        "already waited for by " + first + ": a receiver has one owner at a time");
  }
}
