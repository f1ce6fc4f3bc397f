package io.multishot.soak;

/** The command line asks for what there is not. The message is for the user. */
final class BadOptionException extends Exception {

  private static final long serialVersionUID = 1L;

  BadOptionException(String message) {
    super(message);
  }
}
