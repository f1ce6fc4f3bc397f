package io.multishot;

/**
 * One shot of a sender, as the resource of a {@code try} statement: if the block ends without an
 * outcome, the receiver is told so by a disconnect.
 *
 * <pre>{@code
 * try (Shot shot = sender.shot()) {
 *   sender.send(price());   // throws? then the receiver is disconnected, and does not hang
 * }
 * }</pre>
 *
 * <p>The sender itself is no resource, because the receiver may arm it again while the block that
 * sent is still being left: the closing brace would then end somebody else's shot. A {@code Shot}
 * remembers which one it belongs to, and never touches another.
 *
 * <p>It is used by the sender's owner and is not thread-safe.
 */
public final class Shot implements AutoCloseable {

  private final MultiShotSender sender;
  private final long number;

  Shot(MultiShotSender sender, long number) {
    this.sender = sender;
    this.number = number;
  }

  /** Disconnects the receiver if this shot has no outcome yet; otherwise does nothing. */
  @Override
  public void close() {
    sender.closeShot(number);
  }
}
