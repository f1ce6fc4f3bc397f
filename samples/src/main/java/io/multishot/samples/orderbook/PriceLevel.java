package io.multishot.samples.orderbook;

import org.jspecify.annotations.Nullable;

/** The orders that rest at one price, first come first served. */
final class PriceLevel {

  private final BookSide side;
  private int price;
  private long volume;
  private @Nullable Order first;
  private @Nullable Order last;

  PriceLevel(BookSide side) {
    this.side = side;
  }

  /** Gives an empty level another price. */
  void reuse(int newPrice) {
    price = newPrice;
  }

  BookSide side() {
    return side;
  }

  int price() {
    return price;
  }

  /** The open quantity of all orders here. */
  long volume() {
    return volume;
  }

  @Nullable Order first() {
    return first;
  }

  void append(Order order) {
    order.level = this;
    order.previous = last;
    if (last == null) {
      first = order;
    } else {
      last.next = order;
    }
    last = order;
    volume += order.quantity;
  }

  /** Takes {@code quantity} off an order of this level. */
  void reduce(Order order, int quantity) {
    order.quantity -= quantity;
    volume -= quantity;
  }

  void remove(Order order) {
    volume -= order.quantity;
    if (order.previous == null) {
      first = order.next;
    } else {
      order.previous.next = order.next;
    }
    if (order.next == null) {
      last = order.previous;
    } else {
      order.next.previous = order.previous;
    }
    order.level = null;
    order.previous = null;
    order.next = null;
  }
}
