package io.multishot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a generated receiver whose signatures bear the channel's types, but whose code
 * does not. The generated subclass adds those that read the payload: {@code take}, {@code peek} and
 * {@code receive}.
 *
 * <p>Each {@code receive} waits for the outcome, and takes the value if that is what came. If not,
 * it throws a {@link java.util.concurrent.CompletionException}, whose cause is what the sender
 * failed the shot with; or a {@link DisconnectedException}, if the sender closed without sending,
 * or no shot is open. Where it throws {@link InterruptedException} or {@link
 * java.util.concurrent.TimeoutException}, there was no outcome: the shot stays open, and a later
 * call can receive it. {@code receiveUninterruptibly} leaves an interrupt pending.
 *
 * <p>Each {@code take} and {@code peek} throws {@link IllegalStateException} if there is no value,
 * or it has been taken. Where a record is made, its constructor runs on the calling thread; if it
 * throws, the message is not taken.
 *
 * <p>A receiver has one owner at a time: see {@link MultiShotReceiver}.
 *
 * @param <S> the channel's sender
 * @param <V> what the channel carries; the box of a primitive
 * @param <H> the channel's handler
 */
public abstract class TypedReceiver<
        S extends MultiShotSender, V extends @Nullable Object, H extends MultiShotHandler>
    extends MultiShotReceiver {

  /** Makes a receiver, with no shot open. */
  protected TypedReceiver() {}

  /**
   * Makes a receiver, with no shot open, for whose handlers and futures values of a class are made.
   *
   * @param made that class: to name it loads it, which near the end of a stack a delivery could not
   */
  protected TypedReceiver(Class<?> made) {
    super(made);
  }

  /**
   * Arms the sender: opens the next shot. An outcome that was not taken is discarded.
   *
   * @return the sender. Use this object, and forget it after use: whether it is the one of an
   *     earlier shot is unspecified
   * @throws IllegalStateException if the sender is live, or this receiver is closed
   */
  @SuppressWarnings("unchecked")
  public final S sender() {
    if (CheckedMode.ON) {
      return (S) checks().sender();
    }
    MultiShotSender cell = cell(); // cast last: the just-in-time compiler's code is better
    arm(cell);
    return (S) cell;
  }

  /**
   * Arms the sender, as {@link #sender()} does, but returns {@code null} if that would throw.
   *
   * @return the sender, or {@code null} if it is live or this receiver is closed
   */
  @CheckReturnValue
  @SuppressWarnings("unchecked")
  public final @Nullable S trySender() {
    if (CheckedMode.ON) {
      return (S) checks().trySender();
    }
    MultiShotSender cell = cell();
    return tryArm(cell) ? (S) cell : null;
  }

  /**
   * Arms a sender in any case, and abandons the present one if it is live. The {@code send} of an
   * abandoned sender has no effect and returns {@code false}. Allocates a sender if it abandons
   * one.
   *
   * <p>An outcome that comes before the sender is abandoned is discarded, even if the caller has
   * not seen it. An object that carries the abandoned sender, such as an entry of a queue, must not
   * be reused for the new one.
   *
   * @return the sender of the next shot: another object than the abandoned one; otherwise as {@link
   *     #sender()}
   * @throws IllegalStateException if this receiver is closed
   */
  @SuppressWarnings("unchecked")
  public final S renew() {
    if (CheckedMode.ON && checks().isOutside()) {
      return (S) checks().renew();
    }
    abandonSender();
    return sender();
  }

  /**
   * Registers a handler of the outcome. It runs once: on the thread that ends the shot, or on this
   * thread if there is an outcome already.
   *
   * @param handler what to run; it owns this receiver until it runs, see {@link MultiShotHandler}
   * @throws IllegalStateException if a handler, a future or a thread waits for this shot
   */
  public final void onReceive(H handler) {
    register(handler, false);
  }

  /**
   * Registers a handler of the outcome, which the executor runs once when there is one.
   *
   * @param handler what to run; it owns this receiver until it runs, see {@link MultiShotHandler}
   * @param executor the executor of the handler
   * @throws IllegalStateException if a handler, a future or a thread waits for this shot
   */
  public final void onReceive(H handler, Executor executor) {
    register(handler, false, executor);
  }

  /**
   * Returns a future of the outcome. The thread that ends the shot completes the future, which owns
   * this receiver until then. To cancel it, or to complete it in any other way, abandons the shot,
   * or discards its outcome if that came first. Allocates.
   *
   * @return a future of the value, which if it is a view is valid until the next shot is armed. The
   *     future fails with the sender's failure; or with a {@link DisconnectedException} if the
   *     sender closed without sending, or no shot is open
   * @throws IllegalStateException if a handler, a future or a thread waits for this shot
   */
  @CheckReturnValue
  public final CompletableFuture<V> toFuture() {
    return outcomeFuture();
  }
}
