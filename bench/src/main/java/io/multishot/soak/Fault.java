package io.multishot.soak;

import org.jspecify.annotations.Nullable;

/**
 * What is thrown on purpose: by wakers, handlers and executors, or given to {@code fail}. It has no
 * stack trace, and is told by its identity.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Runnable uponSurfacing;

  Fault(String message) {
    this(message, null);
  }

  /** Runs {@code uponSurfacing} when it has come to where what is thrown must come to. */
  Fault(String message, @Nullable Runnable uponSurfacing) {
    super(message, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.uponSurfacing = uponSurfacing;
  }

  void surface() {
    if (uponSurfacing != null) {
      uponSurfacing.run();
    }
  }
}
