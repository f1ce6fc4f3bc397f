package io.multishot.bench;

/**
 * Where one requester gets its replies, one after the other. It is made ready for the first.
 *
 * <p>It has one owner at a time: the requester until its request is queued, the worker until it has
 * replied, and then the requester again.
 */
abstract class ReplySlot {

  /**
   * Has the worker answer.
   *
   * @param asking the request as an object, which replies to this slot
   * @param request what it asks
   */
  void submit(Worker worker, Worker.Request asking, long request) {
    worker.submit(asking);
  }

  /** Waits for the reply. */
  abstract long await() throws InterruptedException;

  /** Makes ready for the next reply, when the last has been received. */
  abstract void rearm();

  /**
   * Replies, on the worker's thread.
   *
   * @return {@code false} if this is known to reach nobody
   */
  abstract boolean reply(long reply) throws InterruptedException;
}
