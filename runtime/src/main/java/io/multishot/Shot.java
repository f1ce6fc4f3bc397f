package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * The right to end one particular shot, as the resource of a {@code try} statement: if the block
 * ends without an outcome, the receiver is disconnected and does not hang.
 *
 * <pre>{@code
 * try (QuoteChannel.Shot shot = sender.shot()) {
 *   shot.send(price());
 * }
 * }</pre>
 *
 * <p>The sender itself is no resource, because the receiver may arm it again while the block that
 * sent is still being left: the end of the block would then end somebody else's shot. A {@code
 * Shot} knows which one it belongs to, and touches no other. It is small, and gone when the
 * compiler sees that it does not leave the method.
 *
 * <p>The generated subclass adds {@code send}. Like the sender, a {@code Shot} has one owner at a
 * time.
 */
public abstract class Shot implements AutoCloseable {

  private final MultiShotSender sender;
  private final long shot;

  /** Whether a future ends the shot. */
  private boolean isLeft;

  /**
   * Stands for the open shot of {@code sender}.
   *
   * @throws IllegalStateException if the sender is consumed
   */
  protected Shot(MultiShotSender sender) {
    this.sender = Objects.requireNonNull(sender, "sender");
    this.shot = sender.requireLiveShot();
  }

  /**
   * Ends the shot with a failure, as {@link MultiShotSender#fail} does.
   *
   * @return {@code true} if the failure was published to the receiver (which may still discard it);
   *     {@code false} if the receiver had abandoned this shot
   * @throws IllegalStateException if the shot has an outcome
   */
  public final boolean fail(Throwable cause) {
    requireOpen();
    return sender.fail(cause);
  }

  /**
   * Disconnects the receiver if the shot has no outcome yet, and {@code sendFrom} has not left it
   * to a future; otherwise does nothing. The waker of an abandoned shot ({@link
   * MultiShotSender#onAbandoned}) is over when this returns.
   */
  @Override
  public final void close() {
    if (!isLeft && isOwn()) {
      sender.close();
    }
  }

  /** Names the channel and tells whether the shot is open still. */
  @Override
  public final String toString() {
    MultiShotSender cell = sender.target();
    String state =
        cell.isLiveShot(shot) ? "open" : cell.isAbandonedShot(shot) ? "abandoned" : "over";
    return getClass().getName() + "[" + state + "]";
  }

  final MultiShotSender sender() {
    return sender;
  }

  /** Checks, before the sender is used, that it is still this shot's. */
  final void requireOpen() {
    if (isLeft || !isOwn()) {
      throw over();
    }
  }

  private IllegalStateException over() {
    if (CheckedMode.ON) {
      sender.requireLiveShot(); // it is not: that is told, with the places
    }
    return new IllegalStateException(
        isLeft
            ? "sendFrom() has left this shot to a future"
            : "this shot has its outcome already; each shot has one");
  }

  /** Whether the sender is at this shot still, and no outcome has reached the receiver. */
  private boolean isOwn() {
    MultiShotSender cell = sender.target();
    return cell.isLiveShot(shot) || cell.isAbandonedShot(shot);
  }

  /** Leaves this shot to a future: {@link #close} does nothing from now on. */
  final void leaveTo(CompletionStage<?> source) {
    requireOpen();
    sender.leaveTo(source);
    isLeft = true;
  }
}
