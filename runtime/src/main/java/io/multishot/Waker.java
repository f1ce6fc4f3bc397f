package io.multishot;

/**
 * What a sender runs once an outcome is there.
 *
 * <p>{@link #wake()} runs on the sender's thread, inside {@code send}, {@code fail} or {@code
 * close}, when the shot is over as far as the sender is concerned: it may poll, take, arm, renew or
 * close the receiver. It should be short, and must not block. What it throws reaches the thread's
 * {@linkplain Thread#getUncaughtExceptionHandler() uncaught exception handler}, not the sender.
 *
 * <p>Wakers are compared by identity, so keep one and use it again: registering the waker that is
 * registered already costs nothing.
 */
@FunctionalInterface
public interface Waker {

  /** Notifies whoever waits that the outcome is there. */
  void wake();
}
