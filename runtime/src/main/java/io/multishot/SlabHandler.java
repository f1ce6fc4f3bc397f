package io.multishot;

/**
 * What {@code onReceive} of a slab runs when the outcome of a shot is there. The generated {@code
 * Handler} adds {@code received}, with the id and the value in its own type; so a handler can be a
 * lambda, and one handler can serve all ids.
 *
 * <p>Each registration ends in exactly one way: one of the two methods is run, once, with the
 * outcome of its own shot; or it is withdrawn, or the shot abandoned, and it never runs. The slot
 * is free when the handler begins.
 *
 * <p>Without an executor the handler runs on the thread that ends the shot, inside {@code send};
 * or, if the outcome is there already, inside {@code onReceive}. Handlers that end other shots nest
 * a few deep; what is due beyond that follows on the same thread, when one of the outer handlers
 * has returned, so that no chain of handlers overflows the stack.
 *
 * <p>What a handler throws reaches the {@linkplain Thread#getUncaughtExceptionHandler() uncaught
 * exception handler} of the thread that runs it, and changes nothing else. So does what an executor
 * throws. If that has not run the task, it has refused it: the handler is not run, and the outcome
 * stays to be received in any other way, by the same id.
 *
 * <p>Memory consistency effects: actions in a thread before it registers a handler, and those
 * before another ends the shot, <i>happen-before</i> the run.
 */
public interface SlabHandler {

  /**
   * The shot ended without a value that could be received. By default this throws, so that a
   * failure is not overlooked.
   *
   * @param id the name that the shot had
   * @param failure what the sender failed the shot with; or an {@link ExpiredException}; or a
   *     {@link DisconnectedException} if it ended without an outcome; or what the constructor of a
   *     record threw when the message was to be made
   */
  default void failed(@SlabId long id, Throwable failure) {
    throw failure instanceof DisconnectedException disconnected
        ? disconnected
        : MultiShotReceiver.completionException(failure);
  }
}
