package io.multishot.bench;

/** A slot whose requester may give up, and take another in its place. */
abstract class RenewableSlot extends ReplySlot {

  /** In place of a reply that has not come in time. */
  static final long NOTHING = Long.MIN_VALUE;

  /**
   * Waits for the reply, at most for the given time: not at all if that is zero.
   *
   * @return the reply, or {@link #NOTHING}
   */
  abstract long await(long nanos) throws InterruptedException;

  /**
   * Gives this slot up, which is left to the worker: what it replies here reaches nobody.
   *
   * @return the slot in its place, ready for a reply
   */
  abstract RenewableSlot renew();

  /** Whether {@link #reply} tells that the slot has been given up. */
  boolean tellsOfRenewal() {
    return true;
  }
}
