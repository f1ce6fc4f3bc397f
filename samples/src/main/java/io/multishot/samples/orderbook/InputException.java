package io.multishot.samples.orderbook;

/** What the user gave is wrong. The message names the mistake and the remedy. */
final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
