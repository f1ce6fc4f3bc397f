package io.multishot;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of every generated channel: it arms the sender, polls or waits for the
 * outcome, takes it, and arms the sender again.
 *
 * <p>What bears the channel's types is added by {@link TypedReceiver}: {@code sender}, {@code
 * trySender}, {@code renew}, {@code onReceive} and {@code toFuture}; and by the generated subclass:
 * {@code take}, {@code peek} and {@code receive}.
 *
 * <p>All operations but the blocking ones are wait-free. Nothing is allocated but: a future, by
 * {@code toFuture}; a new sender, by {@code renew} and {@code close}, if they abandon a live one;
 * an exception that is thrown; what handlers and pools need, when a receiver first uses them; and a
 * new task, if an executor has refused the last one, or has not run it when the owner ended its
 * shot. A receiver with no open shot (none armed yet, or the outcome taken) reads as {@link
 * Poll#DISCONNECTED}: it never hangs.
 *
 * <p>A receiver has one owner at a time, which may change by any safe hand-over. Concurrent use is
 * detected on a best-effort basis, and then reported by an {@link IllegalStateException}; two
 * threads that take at the same time may both get the value. In checked mode it is told of the
 * second thread always: see {@link MultiShots}.
 *
 * <p>A thread that blocks is parked. A worker of a {@link java.util.concurrent.ForkJoinPool} parks
 * by {@link java.util.concurrent.ForkJoinPool#managedBlock}, so that its pool may start another
 * worker meanwhile; a pool that must not have more throws {@link
 * java.util.concurrent.RejectedExecutionException} there, and the shot stays open.
 *
 * <p>{@link OutOfMemoryError} and {@link StackOverflowError} leave a receiver as it was before the
 * call, or as it would be after it; an outcome that was there can still be received. Where a
 * receiver gives up a live sender, what it needs is allocated first.
 *
 * <p>Memory consistency effects: actions in a thread before it ends a shot <i>happen-before</i>
 * actions that follow any method here that has shown the outcome; actions before arming
 * <i>happen-before</i> the sender's use by a thread to which it was handed safely. See the
 * {@linkplain io.multishot package} page.
 */
public abstract non-sealed class MultiShotReceiver implements Awaitable, AutoCloseable {

  /** The spin estimate; see {@link Spinning}. */
  int spins;

  /** Made when it is first needed. */
  private @Nullable Callbacks callbacks;

  /** Makes a receiver, with no shot open. */
  @SuppressWarnings("this-escape") // it is only kept
  protected MultiShotReceiver() {
    Startup.ensure();
    if (CheckedMode.ON) {
      callbacks = Checks.open(this);
    }
  }

  /**
   * Makes a receiver, with no shot open, for whose handlers and futures values of a class are made.
   *
   * @param made that class: to name it loads it, which near the end of a stack a delivery could not
   */
  protected MultiShotReceiver(Class<?> made) {
    this();
    Objects.requireNonNull(made, "made");
  }

  /** The sender that this receiver arms: the cell of the channel. */
  protected abstract MultiShotSender cell();

  /** Makes a cell, with no shot open. */
  protected abstract MultiShotSender newCell();

  /** Makes what {@link #newCell} made this receiver's {@link #cell()}. */
  protected abstract void install(MultiShotSender newCell);

  /** Whether it hands out views of messages; always the same. */
  protected boolean hasViews() {
    return false;
  }

  /** How this receiver waits; always the same. */
  protected WaitPolicy waitPolicy() {
    return WaitPolicy.SPIN_THEN_PARK;
  }

  /**
   * Tells whether there is an outcome. Registers nothing.
   *
   * @return the outcome's kind, the same at every call until it is taken or discarded
   */
  public final Poll poll() {
    requireAlone();
    MultiShotSender cell = cell();
    return pollOf(cell, cell.stateAcquire());
  }

  /**
   * Tells whether there is an outcome, and if there is none has {@code waker} run when it comes:
   * exactly once, on the sender's thread.
   *
   * <p>A second call in the same shot replaces the waker; the replaced one is not run any more if
   * that call returned {@link Poll#PENDING}. Calling again with the registered waker costs no
   * atomic operation. A call that blocks, in {@code receive} or {@code await}, takes the waker back
   * before it waits.
   *
   * @return the outcome's kind; the waker is registered if, and only if, it is {@link Poll#PENDING}
   * @throws IllegalStateException if another thread is blocked in {@code receive}, or a handler or
   *     a future waits for this shot: call {@link #withdraw} first
   * @throws IllegalArgumentException if the waker is a {@link Thread}, which the channel could not
   *     distinguish from a blocked receiver
   */
  public final Poll poll(Waker waker) {
    requireNoThread(waker);
    requireAlone();
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    if (cell.isLive(seen) && seen != waker) {
      seen = cell.register(seen, waker);
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
   * @throws IllegalStateException if a handler or a future waits for this shot, or another thread
   */
  public final Poll await() throws InterruptedException {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().await();
    }
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    return pollOf(cell, cell.isLive(seen) ? Blocking.await(this, cell) : seen);
  }

  /**
   * As {@link #await()}, but waits at most for the given time, and makes no exception of a time-out
   * either.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return the outcome's kind, or {@link Poll#PENDING} if the time is up; the shot stays open then
   */
  public final Poll await(long timeout, TimeUnit unit) throws InterruptedException {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().await(timeout, unit);
    }
    MultiShotSender cell = cell();
    return pollOf(cell, outcomeWithin(cell, timeout, unit));
  }

  /**
   * The failure that the open shot ended with, without taking it; {@code null} if it did not end
   * with one.
   */
  @CheckReturnValue
  public final @Nullable Throwable failure() {
    requireAlone();
    return Cell.failureOf(cell().stateAcquire());
  }

  /**
   * Takes back the waker, handler or future that waits for the outcome, so that it is not run; a
   * future is cancelled, and the shot stays open. Of all methods, a thread that has left the
   * receiver to a handler may call this one.
   *
   * @return whether one was taken back; {@code false} if there was none, or it is being run
   */
  public final boolean withdraw() {
    OutcomeFuture<?> future = callbacks == null ? null : callbacks.future();
    if (future != null) {
      return withdraw(future);
    }
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    if (!(seen instanceof Waker) || !cell.tryDeregister(seen)) {
      return false;
    }
    if (seen instanceof HandlerTask task && callbacks != null) {
      callbacks.withdraw(task);
    }
    return true;
  }

  private static boolean withdraw(OutcomeFuture<?> future) {
    CancellationException cancellation = new CancellationException("withdrawn by the receiver");
    Headroom.probeForFuture(future.cell().sequence() >> 1);
    if (!future.claimForOwner()) {
      return false;
    }
    if (future.cell().deregister(future) != null) {
      future.deliver(); // the outcome came first, and its sender leaves it to us
      return false;
    }
    future.settle();
    future.cancelByOwner(cancellation);
    return true;
  }

  /**
   * Discards the outcome, of whichever kind, if there is one; the shot is over then. Arming the
   * next one does the same.
   *
   * @return whether there was one
   */
  public final boolean drop() {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().drop();
    }
    MultiShotSender cell = cell();
    if (!cell.isOutcome(cell.stateAcquire())) {
      return false;
    }
    cell.discard();
    return true;
  }

  /**
   * Closes this receiver for good: abandons a live sender, discards an outcome not taken, cancels a
   * future, and lets go of a handler, its executor and a payload that is a reference. Further calls
   * do nothing. Polling is {@link Poll#DISCONNECTED} from now on, and arming an {@link
   * IllegalStateException}.
   */
  @Override
  public final void close() {
    if (CheckedMode.ON && checks().isOutside()) {
      checks().close();
      return;
    }
    abandonLive("the receiver was closed", true);
    MultiShotSender cell = cell();
    if (!Cell.isFinal(cell.stateAcquire())) {
      cell.retire();
    }
    if (callbacks != null) {
      callbacks.castOff();
    }
    closed();
  }

  /** What is to be done after the receiver was closed. */
  void closed() {}

  /** Names the channel and the state of its shot; calls no user code. */
  @Override
  public final String toString() {
    MultiShotSender cell = cell();
    Object seen = cell.stateVolatile();
    return getClass().getName() + "[" + (Cell.isFinal(seen) ? "closed" : cell.describe(seen)) + "]";
  }

  // What follows is for the generated subclass. It hands in the cell, so that this is loaded once.

  /**
   * Arms the sender: opens the next shot, discarding an outcome not taken.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if the sender is live, or the receiver closed
   */
  protected final void arm(MultiShotSender cell) {
    if (!tryArm(cell)) {
      throw notArmed(cell, null);
    }
  }

  /** Why a sender could not be armed; of one that is live, the cause may tell where it was. */
  final IllegalStateException notArmed(MultiShotSender cell, @Nullable Throwable armed) {
    boolean isCall = cell instanceof MultiShotRequest;
    if (Cell.isFinal(cell.stateAcquire())) {
      return new IllegalStateException(
          isCall
              ? "this caller is closed: open another one"
              : "this receiver is closed: open another channel");
    }
    return new IllegalStateException(
        isCall
            ? "a question is open: await its answer, or call abandon() to give it up"
            : "the sender is live: await its outcome, or call renew() to abandon it",
        armed);
  }

  /** As {@link #arm}, but returns whether it could. */
  protected final boolean tryArm(MultiShotSender cell) {
    Object seen = cell.stateAcquire();
    if (seen != cell && (cell.isLive(seen) || Cell.isFinal(seen))) {
      return false;
    }
    cell.arm();
    return true;
  }

  /** Abandons the sender if it is live: its cell is its own from then on, and this has another. */
  protected final void abandonSender() {
    abandonLive("the receiver was renewed", false);
  }

  /** Abandons the sender if it is live, or discards the outcome; false if there is neither. */
  final boolean abandonShot() {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().abandonShot();
    }
    return abandonLive("the shot was abandoned", false) || drop();
  }

  /**
   * Checks that there is a value, and leaves it.
   *
   * @param cell {@link #cell()}
   * @return the sequence number of its shot
   * @throws IllegalStateException if there is none
   */
  protected final long requireValue(MultiShotSender cell) {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().requireValue(cell);
    }
    Object seen = cell.stateAcquire();
    if (!cell.isValue(seen)) {
      throw noValue(cell, seen);
    }
    return cell.sequence();
  }

  /**
   * Checks that there is a value, and ends the shot: the caller reads the payload.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if there is none; nothing is changed
   */
  protected final void takeValue(MultiShotSender cell) {
    if (CheckedMode.ON && checks().isOutside()) {
      checks().takeValue(cell);
      return;
    }
    Object seen = cell.stateAcquire();
    if (!cell.isValue(seen)) {
      throw noValue(cell, seen);
    }
    cell.take();
  }

  /**
   * Ends a shot whose value has been made of the payload by user code.
   *
   * @param shot what {@link #requireValue} returned
   * @throws IllegalStateException if that code has used this receiver
   */
  protected final void takeValue(MultiShotSender cell, long shot) {
    if (CheckedMode.ON && checks().isOutside()) {
      checks().takeValue(cell, shot);
      return;
    }
    if (cell() != cell || cell.sequence() != shot) {
      throw new IllegalStateException(
          "the message's constructor has used the receiver that makes the message");
    }
    cell.take();
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
    if (CheckedMode.ON && checks().isOutside()) {
      checks().awaitValue(cell);
      return;
    }
    Object seen = cell.stateAcquire();
    end(cell, cell.isLive(seen) ? Blocking.await(this, cell) : seen);
  }

  /** As {@link #awaitValue(MultiShotSender)}, but an interrupt waits until it returns. */
  protected final void awaitValueUninterruptibly(MultiShotSender cell) {
    if (CheckedMode.ON && checks().isOutside()) {
      checks().awaitValueUninterruptibly(cell);
      return;
    }
    Object seen = cell.stateAcquire();
    end(cell, cell.isLive(seen) ? Blocking.awaitUninterruptibly(this, cell) : seen);
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
    if (CheckedMode.ON && checks().isOutside()) {
      checks().awaitValue(cell, timeout, unit);
      return;
    }
    end(cell, outcomeOrTimeout(cell, timeout, unit));
  }

  /**
   * As {@link #awaitValue(MultiShotSender)}, but leaves the shot to be ended by {@link
   * #takeValue(MultiShotSender, long)}.
   *
   * @return the sequence number of the shot
   */
  protected final long awaitMessage(MultiShotSender cell) throws InterruptedException {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().awaitMessage(cell);
    }
    Object seen = cell.stateAcquire();
    return messageOf(cell, cell.isLive(seen) ? Blocking.await(this, cell) : seen);
  }

  /** As {@link #awaitMessage(MultiShotSender)}, but an interrupt waits until it returns. */
  protected final long awaitMessageUninterruptibly(MultiShotSender cell) {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().awaitMessageUninterruptibly(cell);
    }
    Object seen = cell.stateAcquire();
    return messageOf(cell, cell.isLive(seen) ? Blocking.awaitUninterruptibly(this, cell) : seen);
  }

  /** As {@link #awaitMessage(MultiShotSender)}, but at most for the given time. */
  protected final long awaitMessage(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    if (CheckedMode.ON && checks().isOutside()) {
      return checks().awaitMessage(cell, timeout, unit);
    }
    return messageOf(cell, outcomeOrTimeout(cell, timeout, unit));
  }

  /**
   * Has {@code handler} run when there is an outcome, on the thread that ends the shot: at once, on
   * this one, if the outcome is there.
   *
   * @param asView whether it takes the message as a view, where there are two ways
   * @throws IllegalStateException if a handler, a future or a thread waits for this shot already
   */
  protected final void register(MultiShotHandler handler, boolean asView) {
    Objects.requireNonNull(handler, "handler");
    requireAlone();
    callbacks().register(handler, asView, null);
  }

  /** As {@link #register(MultiShotHandler, boolean)}, but {@code executor} runs the handler. */
  protected final void register(MultiShotHandler handler, boolean asView, Executor executor) {
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(executor, "executor");
    requireAlone();
    callbacks().register(handler, asView, executor);
  }

  /** The outcome as a future; the subclass says of which type. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  protected final <T extends @Nullable Object> CompletableFuture<T> outcomeFuture() {
    requireAlone();
    MultiShotSender cell = cell();
    Callbacks registry = callbacks();
    registry.requireNone(cell, cell.sequence());
    OutcomeFuture<T> future = new OutcomeFuture<>(this, registry);
    Headroom.probe(cell.sequence() >> 1); // or the future could neither stay nor be taken back
    registry.setFuture(future);
    try {
      Object seen = cell.stateAcquire();
      if (!cell.isLive(seen) || cell.register(seen, future) != future) {
        future.wake(cell.sequence()); // the outcome was there first: nobody else will
      }
    } catch (Throwable refused) { // a thread waits
      registry.setFuture(null);
      throw refused;
    }
    return future;
  }

  /**
   * Takes the value, and hands it to a handler that {@link #register} was given. The value is made
   * first: if that throws, it is not taken.
   */
  protected abstract void deliverValue(MultiShotHandler handler, boolean asView);

  /**
   * Reads the value, which is there, as an object, and lets the cell's go. For channels whose value
   * no user code makes.
   */
  protected @Nullable Object readValue() {
    throw new UnsupportedOperationException("valueFor() is overridden");
  }

  /**
   * Takes the value for a future. Overridden where user code makes the value: that reads the
   * payload, calls {@link #taken}, and makes the value after that, since the receiver may be used
   * from then on.
   */
  protected @Nullable Object valueFor(CompletableFuture<?> future) {
    Object value = readValue();
    taken(future);
    return value;
  }

  /** Ends the shot whose payload has been read for {@code future}. */
  protected final void taken(CompletableFuture<?> future) {
    cell().take();
    ((OutcomeFuture<?>) future).settle();
  }

  /** Hands an outcome that is there to its handler, unless the shot has ended in another way. */
  final void deliver(MultiShotHandler handler, boolean asView, long shot) {
    MultiShotSender cell = cell();
    if (cell.sequence() != shot) {
      return;
    }
    Throwable failure;
    Object seen = cell.stateAcquire();
    if (cell.isValue(seen)) {
      try {
        deliverValue(handler, asView);
        return;
      } catch (Throwable thrown) {
        if (cell() != cell || cell.sequence() != shot) {
          throw thrown; // by the handler
        }
        failure = thrown; // the message could not be made
      }
    } else {
      failure = failureFor(cell, seen);
    }
    if (cell.isOutcome(seen)) {
      cell.discard();
    }
    handler.failed(failure);
  }

  /** What a handler or a future is told of an outcome that is no value. */
  static Throwable failureFor(MultiShotSender cell, @Nullable Object seen) {
    Throwable failure = Cell.failureOf(seen);
    if (failure != null) {
      return failure;
    }
    try {
      return disconnected(cell, seen);
    } catch (Throwable lacking) { // no memory for the exception: whoever waits is told that
      return lacking;
    }
  }

  static void requireNoThread(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    if (waker instanceof Thread) {
      throw new IllegalArgumentException(
          "a Thread cannot be the waker itself: pass a lambda or a method reference");
    }
  }

  final ManagedPark managedPark() {
    return callbacks().managedPark();
  }

  /** In checked mode: throws if another thread is inside. */
  final void requireAlone() {
    if (CheckedMode.ON) {
      checks().requireAlone();
    }
  }

  /** In checked mode only. */
  final Checks checks() {
    return (Checks) callbacks();
  }

  private Callbacks callbacks() {
    Callbacks made = callbacks;
    if (made == null) {
      made = new Callbacks(this);
      callbacks = made;
    }
    return made;
  }

  /**
   * Abandons the sender if it is live, and cancels a future that waits for it.
   *
   * @param isClosing whether no shot is to be armed again: then no user code can arm one
   * @return whether it did
   */
  private boolean abandonLive(String reason, boolean isClosing) {
    OutcomeFuture<?> future = callbacks == null ? null : callbacks.future();
    boolean isAbandoned =
        future != null && cancel(future, new CancellationException(reason), isClosing);
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    while (cell.isLive(seen)) {
      MultiShotSender next = newCell();
      RunningWaker running = new RunningWaker();
      long shot = cell.sequence();
      Headroom.probe(shot >> 1);
      if (cell.abandon(seen)) {
        follow(cell, next, isClosing);
        if (seen instanceof HandlerTask task && callbacks != null) {
          callbacks.withdraw(task);
        }
        cell.runAbandonWaker(running);
        if (seen instanceof Thread || seen instanceof GroupMember) {
          Cell.wake(seen, shot); // against the rule of one owner; it shall not hang for it
        }
        return true;
      }
      seen = cell.stateVolatile();
    }
    return isAbandoned;
  }

  /** Cancels a future, and abandons the shot unless the outcome came first: then false. */
  private boolean cancel(
      OutcomeFuture<?> future, CancellationException cancellation, boolean isClosing) {
    Headroom.probeForFuture(future.cell().sequence() >> 1);
    if (!future.claimForOwner()) {
      return false; // it has abandoned the shot, or has its outcome
    }
    boolean isAbandoned = false;
    try {
      isAbandoned = future.abandonShot(isClosing);
    } finally {
      future.settle();
    }
    if (isAbandoned) {
      future.runAbandonWaker();
    }
    future.cancelByOwner(cancellation);
    return isAbandoned;
  }

  /** Has {@code next} follow {@code cell}, which has been abandoned. */
  final void follow(MultiShotSender cell, MultiShotSender next, boolean isClosing) {
    next.follow(cell);
    install(next);
    if (isClosing) {
      next.retire();
    }
  }

  private @Nullable Object outcomeWithin(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException {
    long nanos = unit.toNanos(timeout); // before all else, for a null unit
    Object seen = cell.stateAcquire();
    return cell.isLive(seen) ? Blocking.await(this, cell, nanos) : seen;
  }

  private @Nullable Object outcomeOrTimeout(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    Object seen = outcomeWithin(cell, timeout, unit);
    if (cell.isLive(seen)) {
      throw new TimeoutException("no outcome within " + timeout + " " + unit);
    }
    return seen;
  }

  private static Poll pollOf(MultiShotSender cell, @Nullable Object seen) {
    if (seen == cell) {
      return cell.isValue(seen) ? Poll.READY : Poll.DISCONNECTED;
    }
    return seen instanceof Sentinel sentinel ? sentinel.poll : Poll.PENDING;
  }

  private static void end(MultiShotSender cell, @Nullable Object seen) {
    if (!cell.isValue(seen)) {
      throw withoutValue(cell, seen);
    }
    cell.take();
  }

  private static long messageOf(MultiShotSender cell, @Nullable Object seen) {
    if (!cell.isValue(seen)) {
      throw withoutValue(cell, seen);
    }
    return cell.sequence();
  }

  /** Discards an outcome that is no value, and returns what {@code receive} throws of it. */
  private static RuntimeException withoutValue(MultiShotSender cell, @Nullable Object seen) {
    Throwable failure = Cell.failureOf(seen);
    RuntimeException thrown =
        failure != null ? completionException(failure) : disconnected(cell, seen);
    if (cell.isOutcome(seen)) {
      cell.discard(); // keeps a failure alive no longer
    }
    return thrown;
  }

  static CompletionException completionException(Throwable failure) {
    try {
      return new CompletionException(failure);
    } catch (Throwable thrown) { // it asks the failure for its text, which is user code
      return new CompletionException(failure.getClass().getName(), failure);
    }
  }

  private static DisconnectedException disconnected(MultiShotSender cell, @Nullable Object seen) {
    if (Cell.isFinal(seen)) {
      return new DisconnectedException(
          "this receiver was closed, or renewed by another thread while this one waited");
    }
    boolean isCall = cell instanceof MultiShotRequest;
    return new DisconnectedException(
        cell.isOutcome(seen)
            ? "the " + cell.noun() + " was closed without " + (isCall ? "an answer" : "sending")
            : "no shot is open: " + howToArm(cell));
  }

  private static IllegalStateException noValue(MultiShotSender cell, @Nullable Object seen) {
    if (cell.isLive(seen)) {
      return new IllegalStateException("no value yet: take() when poll() is READY, or receive()");
    }
    if (!cell.isOutcome(seen)) {
      return new IllegalStateException("no value: no shot is open; " + howToArm(cell));
    }
    return new IllegalStateException("no value: the shot is " + seen, Cell.failureOf(seen));
  }

  private static String howToArm(MultiShotSender cell) {
    return cell instanceof MultiShotRequest ? "ask a question first" : "arm one with sender()";
  }
}
