package io.multishot.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A requester that does not wait for long, and the worker's side of its requests. Whatever it
 * receives must be the reply to the request that it sent last.
 */
final class ImpatientRequester {

  /** For a reply that is bound to come. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Worker worker;
  private final long timeout;

  private Inquiry inquiry;
  private long number = 1L << 32; // beyond what boxes are cached for
  private long givenUp;

  /** The request that the worker keeps, to answer it too late. Only the worker uses this. */
  private @Nullable Inquiry withheld;

  /**
   * Makes a requester.
   *
   * @param timeout how long to wait, in nanoseconds
   */
  ImpatientRequester(Worker worker, RenewableSlot slot, long timeout) {
    this.worker = worker;
    this.timeout = timeout;
    inquiry = new Inquiry(slot);
  }

  /** How many requests have been given up so far. */
  long givenUp() {
    return givenUp;
  }

  /**
   * So many requests that are answered as soon as can be, each given up if that is too late.
   *
   * @return the number of the last
   */
  long race(int requests) throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      send(false);
      receive(timeout);
    }
    return number;
  }

  /**
   * So many pairs of a request that is not answered in time and of one in its place. Right before
   * the second is answered, so is the first.
   *
   * @return the number of the last
   */
  long missEveryOther(int pairs) throws InterruptedException {
    for (int i = 0; i < pairs; i++) {
      send(true);
      if (receive(timeout)) {
        throw new AssertionError("a reply that was withheld has come");
      }
      send(false);
      if (!receive(PATIENCE)) {
        throw new AssertionError("a reply was lost");
      }
    }
    return number;
  }

  private void send(boolean withhold) {
    number += 2;
    inquiry.number = number;
    inquiry.isWithheld = withhold;
    while (!worker.trySubmit(inquiry)) {
      worker.requireHealthy();
      Thread.onSpinWait();
    }
  }

  /** Waits for the reply, and gives the request up if it does not come. */
  private boolean receive(long nanos) throws InterruptedException {
    long reply = inquiry.slot.await(nanos);
    if (reply == RenewableSlot.NOTHING) {
      worker.requireHealthy();
      givenUp++;
      inquiry = new Inquiry(inquiry.slot.renew()); // the worker has the old one
      return false;
    }
    if (reply != number + 1) {
      throw new AssertionError("the reply to " + number + " was " + reply);
    }
    inquiry.slot.rearm();
    return true;
  }

  private final class Inquiry implements Worker.Request {

    final RenewableSlot slot;

    // Written before the request is queued, and read by the worker after.
    long number;
    boolean isWithheld;

    Inquiry(RenewableSlot slot) {
      this.slot = slot;
    }

    @Override
    public void answer() throws InterruptedException {
      if (isWithheld) {
        withheld = this;
        return;
      }
      Inquiry late = withheld;
      if (late != null) {
        withheld = null;
        late.replyTooLate();
      }
      slot.reply(number + 1);
    }

    private void replyTooLate() throws InterruptedException {
      if (slot.reply(number + 1) && slot.tellsOfRenewal()) {
        throw new AssertionError("a reply was accepted that nobody waits for");
      }
    }
  }
}
