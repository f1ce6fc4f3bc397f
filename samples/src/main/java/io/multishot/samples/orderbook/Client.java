package io.multishot.samples.orderbook;

import java.util.concurrent.TimeoutException;

/**
 * How one requester asks the worker, and gets its answers. All that differs between the variants is
 * behind this interface.
 */
interface Client {

  /**
   * Sends a command to the worker. Called when there is none on the way.
   *
   * @param sequence the number of the command among the requester's
   */
  void ask(long sequence, Command command) throws InterruptedException;

  /**
   * Gives up the command on the way, and sends it once more. Called after a time-out. What the
   * worker makes of the old request never becomes the answer to another.
   */
  void askAgain(long sequence, Command command) throws InterruptedException;

  /**
   * Waits for the answer to the command on the way.
   *
   * @param nanos at most this long, or {@link ReplySlot#FOREVER}
   * @throws UnknownOrderException if that is the answer
   * @throws IllegalStateException if the worker failed for a reason that is no answer
   */
  long await(long nanos) throws InterruptedException, TimeoutException, UnknownOrderException;
}
