package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The state machine of a group's waits: which one is on, and how many outcomes it waits for. */
final class GroupTicket {

  /*
   * One word: the epoch, which numbers the waits, in its upper half, and in its lower what remains
   * to be waited for:
   *
   *   over        0    no wait is on, or it is fulfilled
   *   open        n    n more outcomes; who brings the last wakes the waiter
   *
   *   from        to              by       how
   *   over        open (n)        owner    begin, with more than can come: release store;
   *                                        registering makes it seen
   *   open (n)    open, over      owner    narrow, to those that it waits for: compare-and-set
   *   open (n)    open (n-1),     sender   signal: compare-and-set, then wakes after the last
   *               over
   *   any         over            owner    end: the next epoch; volatile store
   *
   * A sender that is late, whose shot belongs to an earlier wait, finds another epoch and does
   * nothing. The waiter is set before the wait begins; a sender that reads that of a later wait
   * fails to change the word.
   */
  private static final VarHandle WORD =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "word", VarHandle.class, GroupTicket.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle WAITER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "waiter", VarHandle.class, GroupTicket.class, Object.class)
          .withInvokeExactBehavior();

  /** Accessed through {@link #WORD} only, volatile; a wait begins with a release. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long word;

  /** A thread or a waker. Accessed through {@link #WAITER} only, release and acquire. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object waiter;

  /** Begins to wait for so many outcomes: more than can come, since the owner is not ready. */
  void begin(Object newWaiter, int outcomes) {
    WAITER.setRelease(this, newWaiter);
    WORD.setRelease(this, (epoch() << Integer.SIZE) | outcomes);
  }

  /** Waits for so many outcomes less; {@code false} if what remains has come. */
  boolean narrow(int spare) {
    long seen;
    long narrowed;
    do {
      seen = (long) WORD.getVolatile(this);
      narrowed = seen - Math.min(spare, remaining(seen));
    } while (!WORD.compareAndSet(this, seen, narrowed));
    return remaining(narrowed) != 0;
  }

  /** Ends the wait: who comes late wakes nobody. */
  void end() {
    WORD.setVolatile(this, (epoch() + 1) << Integer.SIZE);
    WAITER.setRelease(this, (Object) null);
  }

  /** Lets go of a waiter that has been woken; called by the owner, who has seen the outcome. */
  void clear() {
    if ((Object) WAITER.getAcquire(this) != null && isFulfilled()) {
      WAITER.setRelease(this, (Object) null);
    }
  }

  boolean isFulfilled() {
    return remaining((long) WORD.getVolatile(this)) == 0;
  }

  boolean isOpenFor(Waker waker) {
    return (Object) WAITER.getAcquire(this) == waker
        && remaining((long) WORD.getVolatile(this)) == 1;
  }

  /** The number of the wait that is on, or was last. */
  long epoch() {
    return (long) WORD.getVolatile(this) >>> Integer.SIZE;
  }

  /** An outcome has come that was registered for in the given epoch. */
  void signal(long epoch) {
    long seen;
    Object toWake;
    do {
      seen = (long) WORD.getVolatile(this);
      if (seen >>> Integer.SIZE != epoch || remaining(seen) == 0) {
        return;
      }
      toWake = (Object) WAITER.getAcquire(this);
    } while (!WORD.compareAndSet(this, seen, seen - 1));
    if (remaining(seen) == 1 && toWake != null) {
      Cell.wake(toWake, 0);
    }
  }

  private static int remaining(long word) {
    return (int) word;
  }
}
