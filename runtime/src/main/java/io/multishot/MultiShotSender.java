package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of every generated channel: the right to end one shot with one outcome.
 *
 * <p>A live sender is used up by the first of {@code send} (in the generated subclass), {@link
 * #fail} and {@link #close}. From then on the reference belongs to the receiver, which arms the
 * same object again for the next shot: whoever used a sender must forget it. A second use in the
 * same shot throws {@link IllegalStateException} and leaves the first outcome as it is; after the
 * receiver has armed the next shot the object cannot tell, for it is live again.
 *
 * <p>{@code send}, {@code fail} and {@code close} are wait-free: one atomic exchange each, whether
 * or not a receiver waits, and no loop.
 *
 * <p>A sender has one owner at a time. It may move from thread to thread by any safe hand-over (an
 * executor, a concurrent queue, a volatile field); only {@link #isAbandoned} may be called by
 * others.
 *
 * <p>Memory consistency effects: actions in a thread before it ends a shot <i>happen-before</i>
 * actions that follow the receiver's seeing that outcome. See the {@linkplain io.multishot package}
 * page.
 */
public abstract sealed class MultiShotSender permits LeadingPadding, UnpaddedSender {

  /*
   * Overview
   *
   * The sender object is the cell of the channel: it holds the payload (in the generated subclass)
   * and `state`, one atomic reference that is the whole state machine. Whoever waits is itself the
   * state, so that one exchange both publishes the outcome and learns whom to wake; a waker's
   * memory need not be handed back before the outcome is visible, because the garbage collector
   * keeps it for as long as the sender runs it. Compare FutureTask and CompletableFuture, whose
   * waiters hang on a second field, and the Rust crate "multishot", which needs two waker slots.
   *
   *   state               means                                        who leaves it
   *   null                armed, nobody registered                     sender, receiver
   *   a Thread, a Waker   armed, to be woken                           sender, receiver
   *   this                the payload holds a value, or did until      receiver
   *                       it was taken: the number tells
   *   DISCONNECTED        the sender closed without sending            receiver
   *   Ended.failed        the sender failed the shot                   receiver
   *   IDLE                no shot was armed yet, or its outcome was    receiver
   *                       received or dropped, and was no value
   *   ABANDONED           the receiver gave up; the cell is the        sender, to ABANDONED_USED
   *                       sender's, and no shot is armed in it again
   *
   * Legal transitions, by the one that makes them:
   *
   *   sender    null | Thread | Waker -> this | DISCONNECTED | failed    exchange, then wake
   *   sender    ABANDONED -> ABANDONED_USED                              compare-and-set, or by way
   *                                                                      of an outcome
   *   receiver  null | Waker -> Thread | Waker                           compare-and-set
   *   receiver  Thread | Waker -> null                                   compare-and-set
   *   receiver  any but ABANDONED* -> ABANDONED                          exchange
   *   receiver  this | DISCONNECTED | failed | IDLE -> null              release store (arms)
   *   receiver  this | DISCONNECTED | failed -> IDLE                     release store (dropped)
   *   receiver  ABANDONED -> IDLE (renewed) | ABANDONED_USED (closed),   release store
   *             if the exchange found no live state: the sender is used
   *             up, and the cell not its own
   *   receiver  IDLE -> ABANDONED_USED                                   release store (closed, in
   *                                                                      a new cell)
   *   receiver  the waker of a future -> ABANDONED                       compare-and-set
   *
   * A compare-and-set by the receiver can fail only because the sender ended the shot: nobody else
   * leaves a live state. What the sender left unread in the payload belongs to the receiver, unless
   * the exchange found ABANDONED: then the sender clears it itself. So each value has one owner.
   *
   * null and this are the hot values on purpose. The write barriers of the collectors have nothing
   * to record for them, so an old channel dirties no cards. Hence taking a value does not change
   * the state, to which any third value would be such a store; it changes the number.
   *
   * `number` counts shots. It is odd from when a shot is armed until its value is taken, and even
   * from then on until the next is armed; what has no value, or was closed, leaves it odd. Hence a
   * message can be read while it is even. Only the receiver writes it, always before it arms;
   * whoever has acquired a live state therefore sees the number of that shot or of a later one. It
   * is kept here, and not in the receiver, so that in the steady state a shot writes to no line but
   * the cell's own.
   *
   * `abandonWaker` is what the sender wants to have run when it is abandoned. Whoever exchanges it
   * for null owns it, and runs it: the receiver after it has abandoned the shot, or the sender if
   * it finds the shot abandoned. The sender exchanges it in, and then reads the state; the receiver
   * sets the state, and then exchanges it out: whoever is second to exchange has acquired what the
   * first did before. A sender that ends the shot drops it first.
   *
   * The three fields themselves are in PaddedSender and UnpaddedSender, for only where they lie
   * differs. A generated class reaches them through a final class of its own, so the just-in-time
   * compiler sees no virtual call.
   */

  MultiShotSender() {}

  // Access to the fields, each named by its access mode.

  abstract @Nullable Object state();

  abstract @Nullable Object stateAcquire();

  abstract @Nullable Object stateVolatile();

  abstract void setStateRelease(@Nullable Object state);

  abstract boolean compareAndSetState(@Nullable Object expected, @Nullable Object state);

  abstract @Nullable Object getAndSetState(@Nullable Object state);

  abstract long number();

  abstract long numberOpaque();

  abstract void setNumberOpaque(long number);

  abstract @Nullable Waker abandonWaker();

  abstract void setAbandonWakerOpaque(@Nullable Waker waker);

  abstract @Nullable Waker getAndSetAbandonWaker(@Nullable Waker waker);

  /**
   * Ends the shot with a failure: {@code receive} throws a {@link
   * java.util.concurrent.CompletionException} with this cause. Allocates the failure's state.
   *
   * @return {@code true} if the receiver has it, to take or to drop; {@code false} if it wants no
   *     outcome any more
   * @throws IllegalStateException if this sender is used up
   */
  public final boolean fail(Throwable cause) {
    Objects.requireNonNull(cause, "cause");
    return begin() && end(Ended.failed(cause));
  }

  /**
   * Ends the shot without a value, if it has no outcome yet; otherwise does nothing. As the last
   * word of a {@code try} statement use a {@link Shot}, which cannot end a later shot by mistake.
   */
  public final void close() {
    Object seen = state();
    if (isLive(seen)) {
      end(Ended.DISCONNECTED);
    } else if (seen == Ended.ABANDONED) {
      useAbandoned();
    }
  }

  /**
   * Tells whether the receiver has abandoned this shot, so that nobody wants what this sender would
   * send. What happened before that <i>happens-before</i> the answer {@code true}, which is final
   * for this shot; only while {@code send} or {@code fail} is about to return false may another
   * thread read the contrary. May be called by any thread.
   */
  public final boolean isAbandoned() {
    return isAbandoned(stateAcquire());
  }

  /**
   * Has {@code waker} run when the receiver abandons this shot, so that whoever works for it can
   * stop: exactly once, on the thread that closes or renews the receiver or cancels its future; or
   * on this one, at once, if the shot is abandoned already. It is not run any more, nor kept, once
   * this sender has ended the shot; if it was ending it just then, {@code send} returns false and
   * the waker may not be run. While it runs, the receiver must not be used.
   *
   * <p>A second call in the same shot replaces the waker. Only the sender's owner may call it.
   *
   * @throws IllegalStateException if this sender is used up
   */
  public final void onAbandoned(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    requireUnused(state());
    getAndSetAbandonWaker(waker);
    if (isAbandoned(stateAcquire())) {
      runAbandonWaker();
    }
  }

  /** Names the channel and tells the state of its shot. */
  @Override
  public final String toString() {
    return getClass().getName() + "[" + describe(stateVolatile()) + "]";
  }

  /**
   * Begins a {@code send}: called before the payload is written, so that a second send does not
   * touch the value of the first.
   *
   * @return {@code false} if the receiver has abandoned the shot; the sender is used up, then, and
   *     nothing need be sent
   * @throws IllegalStateException if this sender is used up
   */
  protected final boolean begin() {
    Object seen = state(); // plain: the hand-over of this reference made the arming visible
    if (seen == null) {
      return true;
    }
    requireUnused(seen);
    if (seen == Ended.ABANDONED) {
      useAbandoned();
      return false;
    }
    return true;
  }

  /**
   * Ends the shot with the value that the subclass has written to its payload, and wakes the
   * receiver if it waits.
   *
   * @return whether the receiver has it; {@code false} if it abandoned the shot meanwhile
   */
  protected final boolean publish() {
    return end(this);
  }

  /** How a result is sent: it may be read by accessors that throw. */
  @FunctionalInterface
  protected interface Send<T extends @Nullable Object> {
    void send(T result) throws Throwable;
  }

  /**
   * Leaves this shot to a future: its result is sent when it completes, its failure or cancellation
   * fails the shot, and so does what {@code send} throws.
   *
   * @param send sends a result
   * @throws IllegalStateException if this sender is used up
   */
  protected final <T extends @Nullable Object> void sendFrom(
      CompletionStage<? extends T> source, Send<? super T> send) {
    requireUnused(state());
    source.whenComplete(
        (result, failure) -> {
          try {
            sendOrFail(result, failure, send);
          } catch (Throwable thrown) { // or it would be lost in a stage that nobody has
            tellUncaught(thrown);
          }
        });
  }

  private <T extends @Nullable Object> void sendOrFail(
      T result, @Nullable Throwable failure, Send<? super T> send) {
    if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
      fail(cause != null ? cause : failure);
      return;
    }
    try {
      send.send(result);
    } catch (Throwable thrown) {
      fail(thrown);
    }
  }

  /**
   * Lets go of the references in the payload. Called by whichever half owns the payload, and always
   * before the next shot.
   */
  protected void clear() {}

  /**
   * Whether the payload holds a message for the receiver to read: one taken, until the next shot is
   * armed, or one still waiting.
   */
  protected final boolean isViewable() {
    return !isOpen() || stateAcquire() == this;
  }

  /**
   * Checks, for a view, that it can be read.
   *
   * @throws IllegalStateException if the receiver has armed another shot, or was closed
   */
  protected final void requireViewable() {
    if (!isViewable()) {
      throw new IllegalStateException(
          "this view of a message is no longer valid: it can be read from when the message is"
              + " taken until the receiver arms the next shot");
    }
  }

  /**
   * The reference that an empty payload holds, whether or not its type admits {@code null}: a
   * payload is never read while it is empty.
   */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  protected static <T extends @Nullable Object> T none() {
    return null;
  }

  /** Tells whether the given shot is open still, and its outcome to come. */
  final boolean isLiveShot(long number) {
    // A live state of a later shot brings that shot's number with it: hence the state first.
    return isLive(stateAcquire()) && numberOpaque() == number;
  }

  /** Tells whether the given shot, and no later one, is what the receiver has abandoned. */
  final boolean isAbandonedShot(long number) {
    return isAbandoned() && numberOpaque() == number; // in this order, as above
  }

  final long numberOfUnusedShot() {
    requireUnused(state());
    return number();
  }

  final boolean isLive(@Nullable Object state) {
    return state == null || (state != this && !(state instanceof Ended));
  }

  static boolean isAbandoned(@Nullable Object state) {
    return state instanceof Ended ended && ended.isAbandoned();
  }

  /** Whether a state that was read is an outcome not disposed of. Of use to the receiver only. */
  final boolean isOutcome(@Nullable Object state) {
    return state == this ? isOpen() : state instanceof Ended ended && ended.isOutcome();
  }

  /** Tells the sender that its shot is abandoned, if it asked for that. */
  final void runAbandonWaker() {
    Waker waker = getAndSetAbandonWaker(null);
    if (waker != null) {
      wake(waker);
    }
  }

  /** Of use to the receiver only. */
  final boolean isOpen() {
    return (number() & 1) != 0;
  }

  final String describe(@Nullable Object state) {
    if (state == null) {
      return "armed";
    }
    if (isLive(state)) {
      return "armed, to wake " + state;
    }
    if (state == this) {
      return isOpen() ? "value waiting" : Ended.IDLE.toString();
    }
    return state.toString();
  }

  private boolean end(Object outcome) {
    if (abandonWaker() != null) {
      setAbandonWakerOpaque(null); // whoever sees the outcome sees this
    }
    Object seen = getAndSetState(outcome);
    return seen == null || endUncommonly(seen);
  }

  private boolean endUncommonly(Object seen) {
    if (seen instanceof Thread waiting) {
      LockSupport.unpark(waiting);
      return true;
    }
    if (seen == Ended.ABANDONED) {
      clear();
      setStateRelease(Ended.ABANDONED_USED);
      return false;
    }
    if (!isLive(seen)) {
      throw new IllegalStateException(
          "two threads used one sender at once: a sender has one owner at a time");
    }
    wake((Waker) seen);
    return true;
  }

  /** If the receiver is about to take the cell back, because the outcome came first, it shall. */
  private void useAbandoned() {
    compareAndSetState(Ended.ABANDONED, Ended.ABANDONED_USED);
  }

  private static void wake(Waker waker) {
    try {
      waker.wake();
    } catch (Throwable thrown) { // the shot is over: what the waker does wrong is not the sender's
      tellUncaught(thrown);
    }
  }

  static void tellUncaught(Throwable thrown) {
    Thread current = Thread.currentThread();
    current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
  }

  private void requireUnused(@Nullable Object state) {
    if (isLive(state) || state == Ended.ABANDONED) {
      return;
    }
    String use =
        state == this
            ? "has sent already"
            : state == Ended.DISCONNECTED ? "is closed" : "is used up (" + state + ")";
    throw new IllegalStateException(
        "this sender " + use + ": one shot has one outcome; arm the next with Receiver.sender()");
  }
}
