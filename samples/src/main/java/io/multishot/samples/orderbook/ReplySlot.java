package io.multishot.samples.orderbook;

import java.util.concurrent.TimeoutException;

/**
 * Where one requester gets its replies, if the way back is not the way there. What differs between
 * channel and future is behind this interface and behind {@link Request}.
 */
interface ReplySlot {

  /** The time-out that never comes: {@link #await} waits for ever. */
  long FOREVER = Long.MAX_VALUE;

  /** A request to fill and to queue. Called when there is none, or when the last was answered. */
  Request arm();

  /**
   * Gives up the request on the way, and returns another. Called after a time-out. What the worker
   * makes of the old request never becomes the answer to another.
   */
  Request rearm();

  /**
   * Waits for the answer to the request on the way.
   *
   * @param nanos at most this long, or {@link #FOREVER}
   * @throws UnknownOrderException if that is the answer
   * @throws IllegalStateException if the worker failed for a reason that is no answer
   */
  long await(long nanos) throws InterruptedException, TimeoutException, UnknownOrderException;

  /** What {@link #await} throws for a failure that the worker gave. */
  static UnknownOrderException refusal(Throwable wrapper) {
    if (wrapper.getCause() instanceof UnknownOrderException refusal) {
      return refusal;
    }
    throw new IllegalStateException("the worker failed", wrapper.getCause());
  }
}
