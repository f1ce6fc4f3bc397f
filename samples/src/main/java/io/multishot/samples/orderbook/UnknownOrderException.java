package io.multishot.samples.orderbook;

/** The order to cancel is not in the book: it was filled, cancelled before, or never there. */
final class UnknownOrderException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int orderId;

  UnknownOrderException(int orderId) {
    // No stack trace: this is an answer, not an accident.
    super("no open order " + orderId, null, false, false);
    this.orderId = orderId;
  }

  int orderId() {
    return orderId;
  }
}
