package io.multishot.samples.orderbook;

/**
 * What a requester asks of a {@link Book}. Prices are in ticks of one cent.
 *
 * @param operation which question it is; it tells which of the other components have a meaning
 * @param orderId the order to add or to cancel
 * @param side the side of the order to add
 * @param price the limit of the order to add, or the price asked about
 * @param quantity the quantity of the order to add
 */
record Command(Operation operation, int orderId, Side side, int price, int quantity) {

  /** The kinds of commands. */
  enum Operation {
    /** Forgets all orders; the reply is zero. */
    OPEN_DAY,
    ADD,
    CANCEL,
    BEST_BID,
    BEST_ASK,
    VOLUME_AT
  }

  static Command openDay() {
    return new Command(Operation.OPEN_DAY, 0, Side.BUY, 0, 0);
  }

  static Command add(int orderId, Side side, int price, int quantity) {
    return new Command(Operation.ADD, orderId, side, price, quantity);
  }

  static Command cancel(int orderId) {
    return new Command(Operation.CANCEL, orderId, Side.BUY, 0, 0);
  }

  static Command bestBid() {
    return new Command(Operation.BEST_BID, 0, Side.BUY, 0, 0);
  }

  static Command bestAsk() {
    return new Command(Operation.BEST_ASK, 0, Side.SELL, 0, 0);
  }

  static Command volumeAt(int price) {
    return new Command(Operation.VOLUME_AT, 0, Side.BUY, price, 0);
  }
}
