package io.multishot;

import java.util.concurrent.CompletionException;

/**
 * What {@code onReceive} runs when the outcome is there. The generated {@code Handler} adds {@code
 * received}, with the value in its own type; so a handler can be a lambda.
 *
 * <p>One of the two methods is run, once for every shot that the handler was registered for. What
 * it throws reaches the {@linkplain Thread#getUncaughtExceptionHandler() uncaught exception
 * handler} of the thread that runs it, and harms nobody else. It may arm the next shot and register
 * itself again, as often as it likes: the runs follow one another and are not nested, and no two
 * are at the same time.
 */
public interface MultiShotHandler {

  /**
   * The shot ended without a value. By default this throws, so that a failure is not overlooked.
   *
   * @param failure what the sender failed the shot with; or a {@link DisconnectedException} if it
   *     closed without sending, or no shot was open
   */
  default void failed(Throwable failure) {
    throw failure instanceof DisconnectedException disconnected
        ? disconnected
        : new CompletionException(failure);
  }
}
