package io.multishot.jcstress;

/** A failure that costs little to make. */
final class Failure extends Exception {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message, null, false, false);
  }
}
