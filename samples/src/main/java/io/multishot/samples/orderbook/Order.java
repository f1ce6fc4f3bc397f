package io.multishot.samples.orderbook;

import org.jspecify.annotations.Nullable;

/** An order at rest: a link in the queue of its {@link PriceLevel}. Recycled by its book. */
final class Order {

  int id;
  int quantity;
  @Nullable PriceLevel level;
  @Nullable Order previous;
  @Nullable Order next;
}
