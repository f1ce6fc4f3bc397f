package io.multishot;

import java.util.Objects;

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
  private final long number;

  /**
   * Stands for the open shot of {@code sender}.
   *
   * @throws IllegalStateException if the sender is used up
   */
  protected Shot(MultiShotSender sender) {
    this.sender = Objects.requireNonNull(sender, "sender");
    this.number = sender.numberOfUnusedShot();
  }

  /**
   * Ends the shot with a failure, as {@link MultiShotSender#fail} does.
   *
   * @return {@code true} if the receiver has it, to take or to drop; {@code false} if it wants no
   *     outcome any more
   * @throws IllegalStateException if the shot has an outcome
   */
  public final boolean fail(Throwable cause) {
    requireOpen();
    return sender.fail(cause);
  }

  /** Disconnects the receiver if the shot has no outcome yet; otherwise does nothing. */
  @Override
  public final void close() {
    if (sender.isLiveShot(number)) {
      sender.close();
    }
  }

  /** Names the channel and tells whether the shot is open still. */
  @Override
  public final String toString() {
    String state =
        sender.isLiveShot(number) ? "open" : sender.isAbandonedShot(number) ? "abandoned" : "over";
    return getClass().getName() + "[" + state + "]";
  }

  /**
   * Checks, before the sender is used, that it is still this shot's.
   *
   * @throws IllegalStateException if the shot has an outcome
   */
  protected final void requireOpen() {
    if (!sender.isLiveShot(number) && !sender.isAbandonedShot(number)) {
      throw new IllegalStateException("this shot has its outcome already; each shot has one");
    }
  }
}
