package io.multishot;

import java.io.Serial;

/**
 * Thrown by the methods of a stub that has a time-out: there was no answer in time. The question is
 * given up; whoever serves it is told that it is abandoned.
 */
public class CallTimeoutException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes an exception with the given text. */
  public CallTimeoutException(String message) {
    super(message);
  }
}
