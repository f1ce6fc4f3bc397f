package io.multishot.samples.orderbook;

import org.jspecify.annotations.Nullable;

/**
 * What the worker keeps for one requester: its book, and the last answer.
 *
 * <p>A requester that timed out asks again and cannot know whether the worker got to its first
 * request. To add an order twice would be wrong, and to add it never as well; so the command is
 * done at the first request that is not abandoned, and one with the same sequence number only gets
 * the answer once more.
 */
final class Session {

  private final OrderBook book = new OrderBook();
  private long sequence;
  private long reply;
  private @Nullable UnknownOrderException refusal;

  /** The book, for questions that change nothing, however often they are asked. */
  Book book() {
    return book;
  }

  /** Answers the request, and says whether the requester has the answer. */
  boolean answer(Request request) {
    if (request.sequence() != sequence) {
      try {
        done(request.sequence(), book.execute(request.command()));
      } catch (UnknownOrderException e) {
        refused(request.sequence(), e);
      }
    }
    return refusal == null ? request.reply(reply) : request.fail(refusal);
  }

  /** Adds the order, or returns the answer once more. */
  long add(long asked, int orderId, Side side, int price, int quantity) {
    if (asked != sequence) {
      done(asked, book.add(orderId, side, price, quantity));
    }
    return reply;
  }

  /** Cancels the order, or gives the answer once more. */
  long cancel(long asked, int orderId) throws UnknownOrderException {
    if (asked != sequence) {
      try {
        done(asked, book.cancel(orderId));
      } catch (UnknownOrderException e) {
        refused(asked, e);
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    return reply;
  }

  private void done(long asked, long newReply) {
    sequence = asked;
    reply = newReply;
    refusal = null;
  }

  private void refused(long asked, UnknownOrderException newRefusal) {
    sequence = asked;
    refusal = newRefusal;
  }
}
