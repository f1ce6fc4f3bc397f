package io.multishot;

/** Calls of user code whose exceptions must not reach the caller. */
final class UserCode {

  private UserCode() {}

  /** Runs a waker. What it throws is none of the caller's business: its shot is over. */
  static void wake(Waker waker) {
    try {
      waker.wake();
    } catch (Throwable thrown) {
      dispatchUncaught(thrown);
    }
  }

  /**
   * Hands {@code thrown} to the current thread's uncaught exception handler. What that throws is
   * ignored, as the virtual machine does.
   */
  static void dispatchUncaught(Throwable thrown) {
    try {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
    } catch (Throwable ignored) {
      // nobody is left to hear of it
    }
  }

  /** Names an object without calling its {@code toString}, which may call ours. */
  static String identity(Object object) {
    if (object instanceof Thread thread) {
      return "thread \"" + thread.getName() + '"';
    }
    return object.getClass().getName() + '@' + Integer.toHexString(System.identityHashCode(object));
  }
}
