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

  /** Answers the request, and says whether the requester has the answer. */
  boolean answer(Request request) {
    if (request.sequence() != sequence) {
      execute(request.command());
      sequence = request.sequence();
    }
    return refusal == null ? request.reply(reply) : request.fail(refusal);
  }

  private void execute(Command command) {
    try {
      reply = book.execute(command);
      refusal = null;
    } catch (UnknownOrderException e) {
      refusal = e;
    }
  }
}
