package io.multishot;

/**
 * What {@code onReceive} runs when the outcome is there. The generated {@code Handler} adds {@code
 * received}, with the value in its own type; so a handler can be a lambda.
 *
 * <p>Each registration ends in exactly one way: one of the two methods is run, once, with the
 * outcome of its own shot; or it is {@linkplain MultiShotReceiver#withdraw withdrawn}; or the
 * receiver's owner ends the shot otherwise, and it never runs.
 *
 * <p>The runs of one receiver's handlers neither overlap nor nest, whichever executors they name,
 * and need no more stack than one. A handler may arm the next shot and register itself again, as
 * often as it likes. A run that is due while another is on follows it: by its executor, or if it
 * has none, on the thread that finishes the other. So a thread may go on to run handlers for as
 * long as others end shots meanwhile; who minds names an executor. A handler that waits for another
 * run of the same receiver's handlers waits for ever.
 *
 * <p>What a handler throws reaches the {@linkplain Thread#getUncaughtExceptionHandler() uncaught
 * exception handler} of the thread that runs it, and changes nothing else. So does what an executor
 * throws. If that has not run the task, it has refused it: the handler is not run, and the outcome
 * stays to be received in any other way, such as by another handler.
 *
 * <p>From its registration until it is run, the receiver belongs to the handler: whoever registered
 * it may call {@link MultiShotReceiver#withdraw}, and nothing else, to have the receiver back. The
 * exception is an event loop: where the executor runs its tasks on the one thread that owns the
 * receiver, that thread may go on with it, and take, discard, renew, close or arm. The handler of a
 * shot that it has ended so is not run, when its task comes.
 *
 * <p>Memory consistency effects: actions in a thread before it registers a handler, and those
 * before another ends the shot, <i>happen-before</i> the run; and a run <i>happens-before</i> the
 * next one of the same receiver.
 */
public interface MultiShotHandler {

  /**
   * The shot ended without a value that could be received. By default this throws, so that a
   * failure is not overlooked.
   *
   * @param failure what the sender failed the shot with; or a {@link DisconnectedException} if it
   *     closed without sending, or no shot was open; or what the constructor of a record threw when
   *     the message was to be made
   */
  default void failed(Throwable failure) {
    throw failure instanceof DisconnectedException disconnected
        ? disconnected
        : MultiShotReceiver.completionException(failure);
  }
}
