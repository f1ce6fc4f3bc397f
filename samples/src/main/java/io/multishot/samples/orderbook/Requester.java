package io.multishot.samples.orderbook;

import java.util.concurrent.TimeoutException;

/**
 * One of the many that ask the worker. It has one request on the way at a time, and checks each
 * answer.
 */
final class Requester {

  private final int session;
  private final Script script;
  private final Client client;
  private final long timeoutNanos;

  /** The number of the command asked last. The worker counts from one, too. */
  private long sequence;

  Requester(int session, Script script, Client client, long timeoutNanos) {
    this.session = session;
    this.script = script;
    this.client = client;
    this.timeoutNanos = timeoutNanos;
  }

  /** Goes on with the script for so many steps. */
  void run(int steps, Tally tally) throws InterruptedException {
    for (int i = 0; i < steps; i++) {
      Script.Step step = script.at(sequence);
      sequence++;
      long start = System.nanoTime();
      try {
        long reply = ask(step.command(), tally);
        tally.answered(System.nanoTime() - start);
        if (step.refused() || reply != step.expected()) {
          tally.wrong(this, step, Long.toString(reply));
        }
      } catch (UnknownOrderException refusal) {
        tally.refused(System.nanoTime() - start);
        if (!step.refused() || refusal.orderId() != step.command().orderId()) {
          tally.wrong(this, step, String.valueOf(refusal.getMessage()));
        }
      }
    }
  }

  /**
   * Asks until there is an answer. Each time-out doubles the patience: a worker that is always a
   * little too late would otherwise never be heard.
   */
  private long ask(Command command, Tally tally)
      throws InterruptedException, UnknownOrderException {
    long patience = timeoutNanos;
    client.ask(sequence, command);
    while (true) {
      try {
        return client.await(patience);
      } catch (TimeoutException tooLate) {
        tally.timedOut();
        patience = patience < ReplySlot.FOREVER / 2 ? 2 * patience : ReplySlot.FOREVER;
        client.askAgain(sequence, command);
      }
    }
  }

  /** Tells the requester and its place in the script. */
  @Override
  public String toString() {
    return "requester " + session + ", request " + sequence;
  }
}
