package io.multishot;

/**
 * Thrown by {@code receive} when there is no value and will be none: the sender was closed without
 * sending, or no shot is open.
 */
public final class DisconnectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DisconnectedException(String message) {
    super(message);
  }
}
