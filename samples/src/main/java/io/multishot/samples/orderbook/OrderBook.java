package io.multishot.samples.orderbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The book that the worker keeps. It recycles its orders and levels and finds an order by using its
 * id as an index, so it allocates only while it grows. It is not thread-safe: one thread owns it,
 * which is the point of the service around it.
 */
final class OrderBook implements Book {

  private final BookSide bids = new BookSide(Side.BUY);
  private final BookSide asks = new BookSide(Side.SELL);
  private @Nullable Order[] orders = new @Nullable Order[1024];

  /** Orders to use again, linked by {@link Order#next}. */
  private @Nullable Order spare;

  @Override
  public void clear() {
    clear(bids);
    clear(asks);
  }

  @Override
  public long add(int orderId, Side side, int price, int quantity) {
    if (find(orderId) != null) {
      throw new IllegalArgumentException("order " + orderId + " is in the book already");
    }
    int traded = match(side, price, quantity);
    if (traded < quantity) {
      rest(orderId, side(side).openAt(price), quantity - traded);
    }
    return traded;
  }

  @Override
  public long cancel(int orderId) throws UnknownOrderException {
    Order order = find(orderId);
    if (order == null) {
      throw new UnknownOrderException(orderId);
    }
    int open = order.quantity;
    remove(order);
    return open;
  }

  @Override
  public long bestBid() {
    return priceOf(bids.best());
  }

  @Override
  public long bestAsk() {
    return priceOf(asks.best());
  }

  @Override
  public long volumeAt(int price) {
    PriceLevel level = bids.at(price);
    if (level == null) {
      level = asks.at(price); // one side at most: orders that meet have traded
    }
    return level == null ? 0 : level.volume();
  }

  /** Trades an incoming order with the other side, and returns the quantity traded. */
  private int match(Side side, int price, int quantity) {
    BookSide others = side(side.opposite());
    int left = quantity;
    PriceLevel best = others.best();
    while (left > 0 && best != null && !side.isBetter(best.price(), price)) {
      for (Order order = best.first(); left > 0 && order != null; order = best.first()) {
        int traded = Math.min(left, order.quantity);
        left -= traded;
        best.reduce(order, traded);
        if (order.quantity == 0) {
          remove(order);
        }
      }
      best = others.best();
    }
    return quantity - left;
  }

  private void rest(int orderId, PriceLevel level, int quantity) {
    Order order = spare;
    if (order == null) {
      order = new Order();
    } else {
      spare = order.next;
      order.next = null;
    }
    order.id = orderId;
    order.quantity = quantity;
    level.append(order);
    if (orderId >= orders.length) {
      orders = Arrays.copyOf(orders, Math.max(orderId + 1, 2 * orders.length));
    }
    orders[orderId] = order;
  }

  private void remove(Order order) {
    PriceLevel level = order.level;
    if (level == null) {
      throw new AssertionError("order " + order.id + " does not rest");
    }
    level.remove(order);
    if (level.first() == null) {
      level.side().close(level);
    }
    orders[order.id] = null;
    order.next = spare;
    spare = order;
  }

  private void clear(BookSide side) {
    for (PriceLevel best = side.best(); best != null; best = side.best()) {
      Order order = best.first();
      if (order == null) {
        throw new AssertionError("an empty level is open");
      }
      remove(order);
    }
  }

  private @Nullable Order find(int orderId) {
    return orderId < orders.length ? orders[orderId] : null;
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private static int priceOf(@Nullable PriceLevel level) {
    return level == null ? NO_PRICE : level.price();
  }
}
