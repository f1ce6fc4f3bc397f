package io.multishot.samples.orderbook;

/**
 * A limit order book: an order trades with the best of the other side, at the same price first come
 * first served, and what is left of it rests until it is traded or cancelled.
 */
interface Book {

  /** The reply for a price when there is none. */
  int NO_PRICE = 0;

  /** Forgets all orders. */
  void clear();

  /**
   * Trades what can be traded at {@code price} or better, and lets the rest of the order rest.
   *
   * @return the quantity traded at once
   * @throws IllegalArgumentException if an order with this id rests in the book
   */
  long add(int orderId, Side side, int price, int quantity);

  /**
   * Takes an order out of the book.
   *
   * @return the quantity that was open
   * @throws UnknownOrderException if it is not in the book
   */
  long cancel(int orderId) throws UnknownOrderException;

  /** The highest price that a resting order would pay, or {@link #NO_PRICE}. */
  long bestBid();

  /** The lowest price that a resting order asks for, or {@link #NO_PRICE}. */
  long bestAsk();

  /** The open quantity of all orders that rest at {@code price}. */
  long volumeAt(int price);

  /** Does what the command says, and returns the reply to it. */
  default long execute(Command command) throws UnknownOrderException {
    switch (command.operation()) {
      case OPEN_DAY -> {
        clear();
        return 0;
      }
      case ADD -> {
        return add(command.orderId(), command.side(), command.price(), command.quantity());
      }
      case CANCEL -> {
        return cancel(command.orderId());
      }
      case BEST_BID -> {
        return bestBid();
      }
      case BEST_ASK -> {
        return bestAsk();
      }
      case VOLUME_AT -> {
        return volumeAt(command.price());
      }
    }
    throw new AssertionError(command);
  }
}
