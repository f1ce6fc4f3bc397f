package io.multishot.samples.orderbook;

import io.multishot.MultiShotCall;

/**
 * What the worker does for its requesters, each of which has a session with a book. Generates
 * {@code DeskCall}, by which the commands are asked without an object for each.
 *
 * <p>Who asks the same again, because the answer was late, passes the same sequence number: the
 * book is changed once, and the answer is the same.
 */
@MultiShotCall
interface Desk {

  /** Forgets all orders; the answer is zero. */
  long openDay(int session);

  /** As {@link Book#add}. */
  long add(int session, long sequence, int orderId, Side side, int price, int quantity);

  /** As {@link Book#cancel}. */
  long cancel(int session, long sequence, int orderId) throws UnknownOrderException;

  /** As {@link Book#bestBid}. */
  long bestBid(int session);

  /** As {@link Book#bestAsk}. */
  long bestAsk(int session);

  /** As {@link Book#volumeAt}. */
  long volumeAt(int session, int price);
}
