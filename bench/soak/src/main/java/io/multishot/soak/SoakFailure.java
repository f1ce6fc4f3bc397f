package io.multishot.soak;

/** A promise of the channels was seen broken. */
final class SoakFailure extends AssertionError {

  private static final long serialVersionUID = 1L;

  SoakFailure(String message) {
    super(message);
  }

  SoakFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
