package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of every generated channel: it arms the sender, learns the outcome, takes it,
 * and arms the same sender again.
 *
 * <p>The generated subclass adds what bears the channel's types: {@code sender}, {@code trySender},
 * {@code renew}, {@code take}, {@code peek} and {@code receive}.
 *
 * <p>All operations but the blocking ones are wait-free, and none allocates; {@code renew} does if
 * it abandons a live sender, and an outcome that is thrown is an object. A receiver with no open
 * shot (none armed yet, or the outcome taken) reads as {@link Poll#DISCONNECTED}: it never hangs.
 *
 * <p>A receiver has one owner at a time, which may change by any safe hand-over. Where a second
 * thread is caught using it, it gets an {@link IllegalStateException}.
 *
 * <p>Memory consistency effects: actions in a thread before it ends a shot <i>happen-before</i>
 * actions that follow any method here that has shown the outcome; actions before arming
 * <i>happen-before</i> the sender's use by a thread to which it was handed safely. See the
 * {@linkplain io.multishot package} page.
 */
public abstract class MultiShotReceiver implements AutoCloseable {

  /** Makes a receiver, with no shot open. */
  protected MultiShotReceiver() {}

  /** The sender that this receiver arms: the cell of the channel. */
  protected abstract MultiShotSender cell();

  /**
   * Looks whether there is an outcome. Registers nothing.
   *
   * @return the outcome's kind, the same at every call until it is taken or dropped
   */
  public final Poll poll() {
    MultiShotSender cell = cell();
    return pollOf(cell, cell.stateAcquire());
  }

  /**
   * Looks whether there is an outcome, and if there is none has {@code waker} run when it comes:
   * exactly once, on the sender's thread.
   *
   * <p>A second call in the same shot replaces the waker; the replaced one is not run any more if
   * that call returned {@link Poll#PENDING}. Calling again with the registered waker costs no
   * atomic operation. Blocking in {@code receive} replaces the waker as well.
   *
   * @return the outcome's kind; the waker is registered if, and only if, it is {@link Poll#PENDING}
   * @throws IllegalStateException if another thread is blocked in {@code receive}
   * @throws IllegalArgumentException if the waker is a {@link Thread}, which the channel could not
   *     tell from a blocked receiver
   */
  public final Poll poll(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    if (waker instanceof Thread) {
      throw new IllegalArgumentException(
          "a Thread cannot be the waker itself: pass a lambda or a method reference");
    }
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    if (cell.isLive(seen) && seen != waker) {
      seen = Waiting.register(cell, seen, waker);
    }
    return pollOf(cell, seen);
  }

  /**
   * Waits until there is an outcome, and leaves it to be taken. In contrast to {@code receive}, it
   * makes no exception of a failure or a disconnect.
   *
   * @return the outcome's kind, never {@link Poll#PENDING}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet; the shot
   *     stays open. If the outcome comes first, the interrupt stays pending
   */
  public final Poll await() throws InterruptedException {
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    return pollOf(cell, cell.isLive(seen) ? Waiting.await(this, cell) : seen);
  }

  /**
   * As {@link #await()}, but waits at most for the given time, and makes no exception of a time-out
   * either.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return the outcome's kind, or {@link Poll#PENDING} if the time is up; the shot stays open then
   */
  public final Poll await(long timeout, TimeUnit unit) throws InterruptedException {
    MultiShotSender cell = cell();
    return pollOf(cell, outcomeWithin(cell, timeout, unit));
  }

  /**
   * The failure that the open shot ended with, without taking it; {@code null} if it did not end
   * with one.
   */
  public final @Nullable Throwable failure() {
    return cell().stateAcquire() instanceof Ended ended ? ended.failure : null;
  }

  /**
   * Closes this receiver for good: abandons a live sender, drops an outcome not taken, and lets go
   * of a payload that is a reference. Further calls do nothing. Polling is {@link
   * Poll#DISCONNECTED} from now on, and arming an {@link IllegalStateException}.
   */
  @Override
  public final void close() {
    MultiShotSender cell = cell();
    if (isAbandoned(cell.stateAcquire())) {
      return;
    }
    if (!exchangeForAbandoned(cell)) {
      cell.clear(); // what a live sender sends yet, it clears itself
      cell.setNumber(cell.number() | 1); // outdates a view of the last message
    }
  }

  /** Names the channel and tells the state of its shot. */
  @Override
  public final String toString() {
    MultiShotSender cell = cell();
    Object seen = cell.stateVolatile();
    String state = isAbandoned(seen) ? "closed" : cell.describe(seen);
    return getClass().getName() + "[" + state + "]";
  }

  // What follows is for the generated subclass. It hands in the cell, so that this is loaded once.

  /**
   * Arms the sender: opens the next shot, dropping an outcome not taken.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if the sender is live, or the receiver closed
   */
  protected final void arm(MultiShotSender cell) {
    if (!tryArm(cell)) {
      throw new IllegalStateException(
          isAbandoned(cell.stateAcquire())
              ? "this receiver is closed: open another channel"
              : "the sender is live: await its outcome, or call renew() to abandon it");
    }
  }

  /** As {@link #arm}, but returns whether it could. */
  protected final boolean tryArm(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    if (seen != cell && (cell.isLive(seen) || isAbandoned(seen))) {
      return false;
    }
    cell.clear();
    cell.setNumber((cell.number() + 1) | 1); // the next odd one, from an even or an odd one
    cell.setStateRelease(null);
    return true;
  }

  /**
   * Abandons the sender if it is live.
   *
   * @param cell {@link #cell()}
   * @return whether it was: the cell is its own from now on, and this receiver needs another
   */
  protected final boolean abandon(MultiShotSender cell) {
    if (!cell.isLive(cell.stateAcquire())) {
      return false;
    }
    boolean wasLive = exchangeForAbandoned(cell);
    if (!wasLive) {
      cell.setStateRelease(Ended.DISCONNECTED); // the outcome came first: the cell stays ours
    }
    return wasLive;
  }

  /**
   * Checks that there is a value, and leaves it.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if there is none
   */
  protected final void requireValue(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    if (seen != cell || !cell.isOpen()) {
      throw noValue(cell, seen);
    }
  }

  /**
   * Checks that there is a value, and ends the shot: the caller reads the payload.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if there is none; nothing is changed
   */
  protected final void takeValue(MultiShotSender cell) {
    requireValue(cell);
    endShot(cell);
  }

  /**
   * Waits for the outcome, and ends the shot: the caller reads the payload.
   *
   * @param cell {@link #cell()}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet; the shot
   *     stays open. An outcome that comes first is returned, and the interrupt stays pending
   * @throws CompletionException if the sender failed the shot
   * @throws DisconnectedException if the sender was closed without sending, or no shot is open
   */
  protected final void awaitValue(MultiShotSender cell) throws InterruptedException {
    Object seen = cell.stateAcquire();
    end(cell, cell.isLive(seen) ? Waiting.await(this, cell) : seen);
  }

  /** As {@link #awaitValue(MultiShotSender)}, but an interrupt waits until it returns. */
  protected final void awaitValueUninterruptibly(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    end(cell, cell.isLive(seen) ? Waiting.awaitUninterruptibly(this, cell) : seen);
  }

  /**
   * As {@link #awaitValue(MultiShotSender)}, but at most for the given time. With zero or less it
   * does not wait.
   *
   * @throws TimeoutException if there is no outcome within the time; the shot stays open, and the
   *     outcome is there for the next call
   */
  protected final void awaitValue(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    Object seen = outcomeWithin(cell, timeout, unit);
    if (cell.isLive(seen)) {
      throw new TimeoutException("no outcome within " + timeout + " " + unit);
    }
    end(cell, seen);
  }

  private @Nullable Object outcomeWithin(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException {
    long nanos = unit.toNanos(timeout); // before all else, for a null unit
    Object seen = cell.stateAcquire();
    return cell.isLive(seen) ? Waiting.await(this, cell, nanos) : seen;
  }

  /** Returns whether a live sender was abandoned by it. */
  private static boolean exchangeForAbandoned(MultiShotSender cell) {
    Object seen = cell.getAndSetState(Ended.ABANDONED);
    if (seen instanceof Thread waiting) {
      LockSupport.unpark(waiting); // against the rule of one owner; it shall not hang for it
    }
    return cell.isLive(seen);
  }

  private static boolean isAbandoned(@Nullable Object seen) {
    return seen instanceof Ended ended && ended.isAbandoned();
  }

  private static Poll pollOf(MultiShotSender cell, @Nullable Object seen) {
    if (seen == cell) {
      return cell.isOpen() ? Poll.READY : Poll.DISCONNECTED;
    }
    return seen instanceof Ended ended ? ended.poll : Poll.PENDING;
  }

  private static void endShot(MultiShotSender cell) {
    cell.setNumber(cell.number() + 1);
  }

  private static void end(MultiShotSender cell, @Nullable Object seen) {
    if (seen != cell || !cell.isOpen()) {
      throw withoutValue(cell, seen);
    }
    endShot(cell);
  }

  /** Lets go of a failure, and returns what tells of the outcome. */
  private static RuntimeException withoutValue(MultiShotSender cell, @Nullable Object seen) {
    if (isAbandoned(seen)) {
      return new DisconnectedException(
          "this receiver was closed, or renewed by another thread while this one waited");
    }
    if (!cell.isOpen()) {
      return new DisconnectedException("no shot is open: arm one with sender()");
    }
    if (seen instanceof Ended ended && ended.failure != null) {
      cell.setStateRelease(Ended.DISCONNECTED); // keeps the failure alive no longer
      return new CompletionException(ended.failure);
    }
    return new DisconnectedException("the sender was closed without sending, or its failure taken");
  }

  private static IllegalStateException noValue(MultiShotSender cell, @Nullable Object seen) {
    if (cell.isLive(seen)) {
      return new IllegalStateException("no value yet: take() when poll() is READY, or receive()");
    }
    if (!cell.isOpen() || !(seen instanceof Ended ended)) {
      return new IllegalStateException("no value: no shot is open; arm one with sender()");
    }
    return new IllegalStateException("no value: the shot is " + ended, ended.failure);
  }
}
