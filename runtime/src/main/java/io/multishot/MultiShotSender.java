package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of every generated channel: the right to end one shot with one outcome.
 *
 * <p>A live sender is consumed by the first of {@code send} (in the generated subclass), {@link
 * #fail}, {@link #close} and {@code sendFrom}. From then on the reference belongs to the receiver,
 * which may arm the same object again for the next shot: whoever used a sender must forget it, and
 * whether it is the one of another shot is unspecified. A second use in the same shot throws {@link
 * IllegalStateException} and leaves the first outcome as it is. After the receiver has armed the
 * next shot the object cannot tell, for it may be live again; in checked mode it can, see {@link
 * MultiShots}.
 *
 * <p>{@code send}, {@code fail} and {@code close} are wait-free: one atomic exchange each, whether
 * or not a receiver waits, and no loop. The one exception is a sender with a waker registered by
 * {@link #onAbandoned}: it takes that back first, which costs a second atomic operation, and if the
 * receiver is just running it, waits until it has returned.
 *
 * <p>Nothing that a waker, a handler, an executor or an uncaught exception handler throws comes out
 * of these methods, or changes what they return. {@link StackOverflowError} and {@link
 * OutOfMemoryError} come out of them only before anything has happened: the shot is open still.
 * (The one exception is a receiver that begins to wait while the sender is just sending.)
 *
 * <p>A sender has one owner at a time. It may move from thread to thread by any safe hand-over (an
 * executor, a concurrent queue, a volatile field); only {@link #isAbandoned} may be called by
 * others.
 *
 * <p>Memory consistency effects: actions in a thread before it ends a shot <i>happen-before</i>
 * actions that follow the receiver's seeing that outcome. See the {@linkplain io.multishot package}
 * page.
 */
public abstract sealed class MultiShotSender extends Cell permits LeadingPadding, UnpaddedSender {

  MultiShotSender() {}

  /**
   * Ends the shot with a failure: {@code receive} throws a {@link
   * java.util.concurrent.CompletionException} with this cause. Allocates the failure's state.
   *
   * @return {@code true} if the failure was published to the receiver (which may still discard it);
   *     {@code false} if the receiver had abandoned this shot
   * @throws IllegalStateException if this sender is consumed
   */
  public final boolean fail(Throwable cause) {
    Objects.requireNonNull(cause, "cause");
    Object seen = state();
    if (CheckedMode.ON && seen instanceof Loan loan) {
      return loan.fail(this, cause);
    }
    if (seen instanceof Seat seat) {
      return seat.served().fail(cause);
    }
    return fail(Sentinel.failing(), cause);
  }

  final boolean fail(Sentinel failed, Throwable cause) {
    failed.setFailure(cause);
    return tryBegin() && publish(failed);
  }

  /**
   * Ends the shot without a value, if it has no outcome yet; otherwise does nothing. A shot that
   * was left to a future by {@code sendFrom} is taken back from it. As the last word of a {@code
   * try} statement use a {@link Shot}, which cannot end a later shot by mistake.
   *
   * @throws IllegalStateException in checked mode, if the receiver has armed a later shot, which in
   *     production this would end; see {@link MultiShots}
   */
  public final void close() {
    Object standing = state();
    if (CheckedMode.ON && standing instanceof Loan loan) {
      loan.close(this);
      return;
    }
    if (standing instanceof Seat seat) {
      seat.leave();
      return;
    }
    // Volatile: whoever finds the lease gone sees the outcome that was there before.
    if (!(watcherAfterRun() instanceof SourceLease lease)) {
      disconnect(state());
      return;
    }
    Headroom.probeForFuture(sequence() >> 1); // before the claim, or the shot would be nobody's
    if (lease.claim()) {
      try {
        disconnect(state());
      } finally {
        takeBack(lease);
      }
    } else if (!lease.isCurrent()) { // of an earlier shot; that may have been this sender's
      disconnect(stateNow());
    } else {
      awaitAbandonWaker();
    }
  }

  final void disconnect(@Nullable Object seen) {
    if ((isLive(seen) || seen == Sentinel.ABANDONED) && tryBegin()) {
      publish(Sentinel.DISCONNECTED);
    }
  }

  /**
   * Tells whether the receiver has abandoned this shot, so that nobody wants what this sender would
   * send. What happened before that <i>happens-before</i> the answer {@code true}, which is final
   * for this shot. May be called by any thread.
   */
  @CheckReturnValue
  public final boolean isAbandoned() {
    Object seen = state();
    if (CheckedMode.ON && seen instanceof Loan loan) {
      return loan.isAbandoned();
    }
    return seen instanceof Seat seat ? seat.served().isAbandoned() : hasBeenAbandoned();
  }

  /**
   * Has {@code waker} run when the receiver abandons this shot, so that whoever works for it can
   * stop: once, unless this sender ends the shot first, on the thread that closes or renews the
   * receiver or completes its future, and before any other user code that this runs; or on this
   * thread, at once, if the shot is abandoned already. It has ended, or will never begin, when
   * {@code send}, {@code fail} or {@code close} returns: these wait for it if another thread is
   * running it. While it runs, the receiver must not be used; and it must not wait for a thread
   * that is in one of these methods.
   *
   * <p>A second call in the same shot replaces the waker. Only the sender's owner may call it.
   *
   * @throws IllegalStateException if this sender is consumed
   */
  public final void onAbandoned(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    Object seen = state();
    if (CheckedMode.ON && seen instanceof Loan loan) {
      loan.onAbandoned(this, waker);
      return;
    }
    if (seen instanceof Seat seat) {
      seat.served().onAbandoned(waker);
      return;
    }
    requireLive(seen);
    if (!watch(waker)) {
      UserCode.wake(waker);
    }
  }

  /** Names the channel and the state of its shot; calls no user code. */
  @Override
  public final String toString() {
    Object seen = stateVolatile();
    String state =
        CheckedMode.ON && seen instanceof Loan loan
            ? loan.describe()
            : seen instanceof Seat seat ? seat.describe() : describe(seen);
    return getClass().getName() + "[" + state + "]";
  }

  /**
   * Begins a {@code send}: called before the payload is written, so that a second send does not
   * touch the value of the first.
   *
   * @return {@code false} if the receiver has abandoned the shot; the sender is consumed, then, and
   *     nothing need be sent
   * @throws IllegalStateException if this sender is consumed
   */
  protected final boolean begin() {
    if (CheckedMode.ON && state() instanceof Loan loan) {
      return loan.begin(this, "has sent");
    }
    return tryBegin();
  }

  /**
   * The sender whose payload is to be written, between {@link #begin} and {@link #publish()}: this
   * one, but in checked mode, in which each shot has another sender that stands for the channel's.
   */
  protected final MultiShotSender target() {
    return CheckedMode.ON && state() instanceof Loan loan ? loan.cell() : this;
  }

  /**
   * Ends the shot with the value that the subclass has written to the payload of {@link #target},
   * and wakes the receiver if it waits.
   *
   * @return {@code true} if the value was published to the receiver; {@code false} if it abandoned
   *     the shot meanwhile
   */
  protected final boolean publish() {
    if (CheckedMode.ON && state() instanceof Loan loan) {
      return loan.publish(loan.cell());
    }
    return publish(this);
  }

  /**
   * Leaves this shot to a future: its result is sent when it completes, its failure or cancellation
   * fails the shot, and so does what {@code send} throws. This sender is consumed; a source that
   * completes after the shot was abandoned or closed sends nothing.
   *
   * @throws IllegalStateException if this sender is consumed
   */
  protected final void leaveTo(CompletionStage<?> source) {
    Objects.requireNonNull(source, "source");
    if (CheckedMode.ON && state() instanceof Loan loan) {
      loan.leaveTo(this, source);
      return;
    }
    requireLive(state());
    SourceLease.leave(this, source);
  }

  /**
   * Sends the result of the future that {@link #leaveTo} was given.
   *
   * @throws NullPointerException if the result is {@code null} and the channel carries none
   * @throws Throwable whatever the accessors of a message throw when its fields are read
   */
  protected abstract boolean sendResult(@Nullable Object result) throws Throwable;

  /**
   * Returns {@code result}.
   *
   * @throws NullPointerException if it is {@code null}
   */
  protected static Object requireResult(@Nullable Object result) {
    return Objects.requireNonNull(
        result, "the result of the future is null, and this channel carries no null");
  }

  /**
   * Whether the payload holds a message for the receiver to read: one taken, until the next shot is
   * armed, or one still waiting.
   */
  protected final boolean isViewable() {
    return holdsMessage();
  }

  /**
   * Checks, for a view, that it can be read.
   *
   * @throws IllegalStateException if the receiver has armed another shot, or was closed
   */
  protected final void requireViewable() {
    if (!holdsMessage()) {
      throw outdatedView();
    }
  }

  private IllegalStateException outdatedView() {
    IllegalStateException outdated =
        new IllegalStateException(
            "this view of a message is no longer valid: it can be read from when the message is"
                + " taken until the receiver arms the next shot");
    if (CheckedMode.ON) {
      Reports.reportView(this, outdated);
    }
    return outdated;
  }

  /**
   * The reference that an empty payload holds, whether or not its type admits {@code null}: a
   * payload is never read while it is empty.
   */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  protected static <T extends @Nullable Object> T none() {
    return null;
  }

  /** The number of the shot that this sender can end. */
  final long requireLiveShot() {
    if (CheckedMode.ON && state() instanceof Loan loan) {
      return loan.requireOpenShot();
    }
    requireLive(state());
    return sequence(); // the receiver may be abandoning it
  }

  // What follows is for the requests of calls.

  /** The request whose question is to be served: this one, but for a seat the one that it shows. */
  protected final MultiShotSender served() {
    return state() instanceof Seat seat ? seat.served() : this;
  }

  /**
   * Takes note, of a seat, that a question is left to a server that may answer later.
   *
   * @param shot what {@link #servedShot} returned before anybody could answer
   */
  protected final void pass(long shot) {
    if (state() instanceof Seat seat) {
      seat.pass(shot);
    }
  }

  /**
   * Begins to serve the question, before it is read.
   *
   * @return {@code false} if the caller has given the question up; this request is consumed, then
   * @throws IllegalStateException if this request is answered already
   */
  protected final boolean beginServing() {
    Object seen = stateAcquire();
    if (CheckedMode.ON && seen instanceof Loan loan) {
      return loan.beginServing(this);
    }
    requireLive(seen);
    return seen != Sentinel.ABANDONED || tryBegin();
  }

  /**
   * Answers with what the server's method has thrown.
   *
   * @return whether that was published
   */
  protected final boolean failServing(Throwable thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    try {
      return fail(thrown);
    } catch (OutOfMemoryError lacking) {
      close(); // needs none
      return false;
    }
  }

  /** The number of the open shot, for a server that answers later. */
  protected final long servedShot() {
    return target().sequence();
  }

  /**
   * Answers with what a server has thrown that was to answer later, unless it has answered.
   *
   * @param shot what {@link #servedShot} returned
   * @return whether that was published
   */
  protected final boolean failServing(long shot, Throwable thrown) {
    MultiShotSender cell = target();
    if (cell.isLiveShot(shot) || cell.isAbandonedShot(shot)) {
      try {
        return failServing(thrown);
      } catch (IllegalStateException isLeft) {
        // to a future, or to another thread that has just answered
      }
    }
    UserCode.dispatchUncaught(thrown);
    return false;
  }

  /** The seat that this stands for. */
  private Seat seat() {
    if (state() instanceof Seat seat) {
      return seat;
    }
    throw new IllegalStateException(
        "this request was handed over, and waits for no other: Caller.request() returns one that"
            + " does");
  }

  /**
   * Waits for the next question, at a seat.
   *
   * @return {@code false} if there will be none: the caller was closed, or this request
   */
  protected final boolean awaitQuestion() throws InterruptedException {
    return seat().await(Long.MAX_VALUE) == Poll.READY;
  }

  /** As {@link #awaitQuestion()}, but {@link Poll#PENDING} if the time is up. */
  protected final Poll awaitQuestion(long timeout, TimeUnit unit) throws InterruptedException {
    return seat().await(unit.toNanos(timeout));
  }

  /** Tells whether there is a question at a seat. */
  protected final Poll pollQuestion() {
    return seat().poll();
  }

  /** As {@link #pollQuestion()}, and if there is none has {@code waker} run when there is one. */
  protected final Poll pollQuestion(Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    return seat().poll(waker);
  }

  /** Returns what the cell of a call holds: whether it may be null, its method says. */
  @SuppressWarnings("NullAway")
  protected static Object held(@Nullable Object reference) {
    return reference;
  }
}
