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
 *
 * <p>From its registration until it is run, the receiver belongs to the handler: whoever registered
 * it may call {@link MultiShotReceiver#withdraw}, and nothing else, to have the receiver back. The
 * exception is an event loop: where the executor runs its tasks on the one thread that owns the
 * receiver, that thread may go on with it. A handler whose shot it ends or abandons meanwhile is
 * not run.
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
