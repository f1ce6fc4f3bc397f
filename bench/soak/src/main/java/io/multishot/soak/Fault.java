package io.multishot.soak;

import org.jspecify.annotations.Nullable;

/**
 * What is thrown on purpose: by wakers, handlers and executors, or given to {@code fail}. It has no
 * stack trace, and is told by its identity.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Runnable uponSurfacing;
  private final boolean isThrownTwice;

  Fault(String message) {
    this(message, false, null);
  }

  /**
   * Makes a fault.
   *
   * @param isThrownTwice whether the handler of uncaught exceptions throws it again
   * @param uponSurfacing what to run when it has come to where what is thrown must come to
   */
  Fault(String message, boolean isThrownTwice, @Nullable Runnable uponSurfacing) {
    super(message, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.isThrownTwice = isThrownTwice;
    this.uponSurfacing = uponSurfacing;
  }

  boolean isThrownTwice() {
    return isThrownTwice;
  }

  void surface() {
    if (uponSurfacing != null) {
      uponSurfacing.run();
    }
  }
}
