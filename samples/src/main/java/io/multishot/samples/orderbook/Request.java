package io.multishot.samples.orderbook;

/**
 * A command on its way to the worker, with the way back for the reply.
 *
 * <p>A request has one owner at a time: the requester until it is queued, the worker until it has
 * ended the request by {@link #reply} or {@link #fail}, and then the requester again, which uses it
 * for its next command. Hence the worker must not look at a request that it has ended. After a
 * time-out the requester cannot tell where its request is: it leaves it to the worker for good, and
 * takes a new one.
 */
abstract class Request {

  private int session;
  private long sequence;
  private Command command = Command.openDay();

  /**
   * Fills the request.
   *
   * @param newSession the number of the requester
   * @param newSequence the number of the command among that requester's; the same if it asks again
   * @param newCommand what it asks
   */
  final void set(int newSession, long newSequence, Command newCommand) {
    session = newSession;
    sequence = newSequence;
    command = newCommand;
  }

  final int session() {
    return session;
  }

  final long sequence() {
    return sequence;
  }

  final Command command() {
    return command;
  }

  /** Whether the requester has given up, so that no work need be done. */
  abstract boolean isAbandoned();

  /** Ends the request with a value; {@code false} if the requester has given up meanwhile. */
  abstract boolean reply(long value);

  /** Ends the request with a failure; {@code false} if the requester has given up meanwhile. */
  abstract boolean fail(Throwable cause);
}
