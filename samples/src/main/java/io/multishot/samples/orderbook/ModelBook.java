package io.multishot.samples.orderbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The book as one would write it down first: sorted maps of lists. It allocates freely, shares no
 * code with {@link OrderBook}, and says what that one should answer.
 */
final class ModelBook implements Book {

  private final NavigableMap<Integer, List<Resting>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Integer, List<Resting>> asks = new TreeMap<>();
  private final Map<Integer, Resting> open = new HashMap<>();

  private static final class Resting {
    final int orderId;
    final Side side;
    final int price;
    int quantity;

    Resting(int orderId, Side side, int price, int quantity) {
      this.orderId = orderId;
      this.side = side;
      this.price = price;
      this.quantity = quantity;
    }
  }

  @Override
  public void clear() {
    bids.clear();
    asks.clear();
    open.clear();
  }

  @Override
  public long add(int orderId, Side side, int price, int quantity) {
    if (isOpen(orderId)) {
      throw new IllegalArgumentException("order " + orderId + " is in the book already");
    }
    var others = side(side.opposite());
    int left = quantity;
    while (left > 0 && !others.isEmpty() && !side.isBetter(others.firstKey(), price)) {
      Resting first = others.firstEntry().getValue().get(0);
      int traded = Math.min(left, first.quantity);
      left -= traded;
      first.quantity -= traded;
      if (first.quantity == 0) {
        remove(first);
      }
    }
    if (left > 0) {
      Resting resting = new Resting(orderId, side, price, left);
      side(side).computeIfAbsent(price, any -> new ArrayList<>()).add(resting);
      open.put(orderId, resting);
    }
    int traded = quantity - left;
    return traded;
  }

  @Override
  public long cancel(int orderId) throws UnknownOrderException {
    Resting resting = open.get(orderId);
    if (resting == null) {
      throw new UnknownOrderException(orderId);
    }
    remove(resting);
    return resting.quantity;
  }

  @Override
  public long bestBid() {
    return bids.isEmpty() ? NO_PRICE : bids.firstKey();
  }

  @Override
  public long bestAsk() {
    return asks.isEmpty() ? NO_PRICE : asks.firstKey();
  }

  @Override
  public long volumeAt(int price) {
    return open.values().stream().filter(o -> o.price == price).mapToLong(o -> o.quantity).sum();
  }

  boolean isOpen(int orderId) {
    return open.containsKey(orderId);
  }

  private NavigableMap<Integer, List<Resting>> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private void remove(Resting resting) {
    open.remove(resting.orderId);
    var levels = side(resting.side);
    List<Resting> level = Objects.requireNonNull(levels.get(resting.price));
    level.remove(resting);
    if (level.isEmpty()) {
      levels.remove(resting.price);
    }
  }
}
