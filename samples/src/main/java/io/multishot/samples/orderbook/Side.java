package io.multishot.samples.orderbook;

/** Which way an order trades. */
enum Side {
  BUY,
  SELL;

  Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** Whether an order of this side at {@code price} goes before one at {@code other}. */
  boolean isBetter(int price, int other) {
    return this == BUY ? price > other : price < other;
  }
}
