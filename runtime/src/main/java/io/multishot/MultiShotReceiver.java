package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
 * <p>All operations but the blocking ones are wait-free, and none allocates; {@code renew} and
 * {@code close} do if they abandon a live sender, and an outcome that is thrown is an object. A
 * receiver with no open shot (none armed yet, or the outcome taken) reads as {@link
 * Poll#DISCONNECTED}: it never hangs.
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

  /** What was learned of looking before parking; see {@link Spinning}. */
  int spins;

  /** What {@code onReceive} registered last, to be used again. */
  private @Nullable Delivery delivery;

  /** Makes a receiver, with no shot open. */
  protected MultiShotReceiver() {}

  /** The sender that this receiver arms: the cell of the channel. */
  protected abstract MultiShotSender cell();

  /** How this receiver waits; always the same. */
  protected WaitPolicy waitPolicy() {
    return WaitPolicy.SPIN_THEN_PARK;
  }

  /** Makes {@link #cell()} a new one, with no shot open. */
  protected abstract void replaceCell();

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
   * @throws IllegalStateException if another thread is blocked in {@code receive}, or a handler
   *     waits for this shot: call {@link #withdraw} first
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
    return failureOf(cell().stateAcquire());
  }

  /**
   * Takes back the waker or handler that waits for the outcome, so that it is not run. Of all
   * methods, a thread that has left the receiver to a handler may call this one.
   *
   * @return whether one was taken back; {@code false} if there was none, or it is being run
   */
  public final boolean withdraw() {
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    if (!(seen instanceof Waker) || !cell.compareAndSetState(seen, null)) {
      return false;
    }
    discardHandler();
    return true;
  }

  /**
   * Drops the outcome, of whichever kind, if there is one; the shot is over then. Arming the next
   * one does the same.
   *
   * @return whether there was one
   */
  public final boolean drop() {
    MultiShotSender cell = cell();
    if (!cell.isOutcome(cell.stateAcquire())) {
      return false;
    }
    cell.clear();
    cell.setStateRelease(Ended.IDLE);
    return true;
  }

  /**
   * Closes this receiver for good: abandons a live sender, drops an outcome not taken, and lets go
   * of a payload that is a reference. Further calls do nothing. Polling is {@link
   * Poll#DISCONNECTED} from now on, and arming an {@link IllegalStateException}.
   */
  @Override
  public final void close() {
    MultiShotSender cell = cell();
    if (MultiShotSender.isAbandoned(cell.stateAcquire())) {
      return;
    }
    if (exchangeForAbandoned(cell)) {
      replaceCell(); // or what a late sender sends would be seen until it learns that it is late
      cell().setStateRelease(Ended.ABANDONED_USED);
      discardHandler();
      cell.runAbandonWaker();
    } else {
      cell.clear();
      cell.setNumberOpaque(cell.number() | 1); // outdates a view of the last message
      cell.setStateRelease(Ended.ABANDONED_USED);
    }
  }

  /** Names the channel and tells the state of its shot. */
  @Override
  public final String toString() {
    MultiShotSender cell = cell();
    Object seen = cell.stateVolatile();
    String state = MultiShotSender.isAbandoned(seen) ? "closed" : cell.describe(seen);
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
          MultiShotSender.isAbandoned(cell.stateAcquire())
              ? "this receiver is closed: open another channel"
              : "the sender is live: await its outcome, or call renew() to abandon it");
    }
  }

  /** As {@link #arm}, but returns whether it could. */
  protected final boolean tryArm(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    if (seen != cell && (cell.isLive(seen) || MultiShotSender.isAbandoned(seen))) {
      return false;
    }
    cell.clear();
    cell.setNumberOpaque((cell.number() + 1) | 1); // the next odd one, from an even or an odd one
    cell.setStateRelease(null);
    return true;
  }

  /**
   * Abandons the sender if it is live: the cell is its own from then on, and this receiver gets
   * another.
   *
   * @param cell {@link #cell()}
   */
  protected final void abandon(MultiShotSender cell) {
    if (!cell.isLive(cell.stateAcquire())) {
      return;
    }
    if (exchangeForAbandoned(cell)) {
      replaceCell();
      discardHandler();
      cell.runAbandonWaker();
    } else {
      cell.setStateRelease(Ended.IDLE); // the outcome came first: the cell stays ours
    }
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

  /**
   * Has {@code handler} run when there is an outcome: at once if that is there.
   *
   * @param executor what runs it; {@code null} for the thread that ends the shot, or this one
   * @throws IllegalStateException if a handler waits for this shot already
   */
  protected final void deliverTo(MultiShotHandler handler, @Nullable Executor executor) {
    Objects.requireNonNull(handler, "handler");
    Delivery current = delivery;
    Delivery used =
        current != null && current.runsOn(executor) ? current : new Delivery(this, executor);
    register(used, handler);
  }

  /** The outcome as a future; the subclass says of which type. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  protected final <T extends @Nullable Object> CompletableFuture<T> outcomeFuture() {
    OutcomeFuture<T> future = new OutcomeFuture<>(this);
    register(future.delivery(), future);
    return future;
  }

  /** Takes the value, and hands it to a handler that {@link #deliverTo} was given. */
  protected abstract void deliverValue(MultiShotHandler handler);

  /** Hands a value to what {@link #outcomeFuture} made. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the subclass has said of which type it is
  protected final void complete(MultiShotHandler future, @Nullable Object value) {
    ((OutcomeFuture<@Nullable Object>) future).received(value);
  }

  private void register(Delivery used, MultiShotHandler handler) {
    if (delivery != null && delivery.isExpected()) {
      throw new IllegalStateException("a handler waits for this shot already: a shot has one");
    }
    delivery = used;
    used.expect(handler);
    try {
      if (poll(used) == Poll.PENDING) {
        return;
      }
    } catch (IllegalStateException refused) { // a thread waits: or it would keep the next one out
      used.forget();
      throw refused;
    }
    used.wake();
  }

  /** Hands an outcome that is there to its handler. */
  final void deliver(MultiShotHandler handler, MultiShotSender cell, @Nullable Object seen) {
    if (seen == cell && cell.isOpen()) {
      deliverValue(handler);
    } else {
      Throwable failure = failureOf(seen);
      RuntimeException told = withoutValue(cell, seen);
      handler.failed(failure != null ? failure : told);
    }
  }

  /**
   * Abandons the shot that {@code waker} is registered for, on behalf of what it would have woken.
   *
   * @return {@code false} if the outcome came first
   */
  final boolean abandonFor(Delivery waker) {
    MultiShotSender cell = cell();
    if (!cell.compareAndSetState(waker, Ended.ABANDONED)) {
      return false;
    }
    waker.forget();
    replaceCell();
    cell.runAbandonWaker();
    return true;
  }

  private void discardHandler() {
    if (delivery != null) {
      delivery.discard();
    }
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

  private static Poll pollOf(MultiShotSender cell, @Nullable Object seen) {
    if (seen == cell) {
      return cell.isOpen() ? Poll.READY : Poll.DISCONNECTED;
    }
    return seen instanceof Ended ended ? ended.poll : Poll.PENDING;
  }

  private static @Nullable Throwable failureOf(@Nullable Object seen) {
    return seen instanceof Ended ended ? ended.failure : null;
  }

  private static void endShot(MultiShotSender cell) {
    cell.setNumberOpaque(cell.number() + 1);
  }

  private static void end(MultiShotSender cell, @Nullable Object seen) {
    if (seen != cell || !cell.isOpen()) {
      throw withoutValue(cell, seen);
    }
    endShot(cell);
  }

  /** Disposes of an outcome that is no value, and returns what tells of it. */
  private static RuntimeException withoutValue(MultiShotSender cell, @Nullable Object seen) {
    if (MultiShotSender.isAbandoned(seen)) {
      return new DisconnectedException(
          "this receiver was closed, or renewed by another thread while this one waited");
    }
    if (!cell.isOutcome(seen)) {
      return new DisconnectedException("no shot is open: arm one with sender()");
    }
    cell.setStateRelease(Ended.IDLE); // keeps a failure alive no longer
    Throwable failure = failureOf(seen);
    return failure != null
        ? new CompletionException(failure)
        : new DisconnectedException("the sender was closed without sending");
  }

  private static IllegalStateException noValue(MultiShotSender cell, @Nullable Object seen) {
    if (cell.isLive(seen)) {
      return new IllegalStateException("no value yet: take() when poll() is READY, or receive()");
    }
    if (!cell.isOutcome(seen)) {
      return new IllegalStateException("no value: no shot is open; arm one with sender()");
    }
    return new IllegalStateException("no value: the shot is " + seen, failureOf(seen));
  }
}
