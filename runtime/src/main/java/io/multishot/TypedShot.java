package io.multishot;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a generated {@code Shot} whose signatures bear the channel's types, but whose
 * code does not. The generated subclass adds {@code send}.
 *
 * @param <S> the channel's sender
 * @param <V> what the channel carries; the box of a primitive
 */
public abstract class TypedShot<S extends MultiShotSender, V extends @Nullable Object>
    extends Shot {

  /**
   * Stands for the open shot of {@code sender}.
   *
   * @throws IllegalStateException if the sender is consumed
   */
  protected TypedShot(S sender) {
    super(sender);
  }

  /**
   * Leaves this shot to a future. When the future completes, its result is sent; the shot fails if
   * the future fails or is cancelled, or if the result cannot be sent. If the shot is over by then,
   * nothing happens.
   *
   * <p>The future ends the shot from then on, and {@link #close()} does nothing.
   *
   * @param source the future whose result to send
   * @throws IllegalStateException if the shot has an outcome, or is left to a future
   */
  public final void sendFrom(CompletionStage<? extends V> source) {
    leaveTo(source);
  }

  /**
   * Returns the sender, which is still at this shot.
   *
   * @throws IllegalStateException if the shot has an outcome
   */
  @SuppressWarnings("unchecked") // it is what the constructor was given
  protected final S open() {
    requireOpen();
    return (S) sender();
  }
}
