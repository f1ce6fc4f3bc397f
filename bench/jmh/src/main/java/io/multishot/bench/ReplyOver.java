package io.multishot.bench;

/** What carries a reply to one of many requesters. */
public enum ReplyOver {
  CHANNEL,
  /** As {@link #CHANNEL}, with {@code await} in place of {@code receive}: no exceptions. */
  CHANNEL_AWAIT,
  /** A channel whose receiver parks at once. */
  CHANNEL_PARK,
  /** A small channel, which may share a cache line with others. */
  CHANNEL_UNPADDED,
  /** A call: the question and the reply are in one object, which is what the worker gets. */
  CALL,
  /** A volatile field, {@code park} and {@code unpark}: what one would write by hand. */
  FIELD_AND_PARK,
  COMPLETABLE_FUTURE,
  SETTABLE_FUTURE,
  FUTURE_TASK,
  NETTY_PROMISE,
  ARRAY_BLOCKING_QUEUE,
  /** The worker waits until the requester is there. */
  SYNCHRONOUS_QUEUE,
  /** The worker waits until the requester is there. */
  EXCHANGER;

  ReplySlot open() {
    return switch (this) {
      case CHANNEL -> new ReplySlots.OfChannel();
      case CHANNEL_AWAIT -> new ReplySlots.OfAwaitedChannel();
      case CHANNEL_PARK -> new ReplySlots.OfParkingChannel();
      case CHANNEL_UNPADDED -> new ReplySlots.OfUnpaddedChannel();
      case CALL -> new ReplySlots.OfCall();
      case FIELD_AND_PARK -> new ReplySlots.OfField();
      case COMPLETABLE_FUTURE -> new FutureSlots.OfCompletableFuture();
      case SETTABLE_FUTURE -> new FutureSlots.OfSettableFuture();
      case FUTURE_TASK -> new FutureSlots.OfFutureTask();
      case NETTY_PROMISE -> new FutureSlots.OfNettyPromise();
      case ARRAY_BLOCKING_QUEUE -> new ReplySlots.OfArrayBlockingQueue();
      case SYNCHRONOUS_QUEUE -> new ReplySlots.OfSynchronousQueue();
      case EXCHANGER -> new ReplySlots.OfExchanger();
    };
  }

  /** As {@link #open}, for requesters that may give up. */
  RenewableSlot openRenewable() {
    if (open() instanceof RenewableSlot slot) {
      return slot;
    }
    throw new UnsupportedOperationException("skipped: a reply over " + this + " has no time-out");
  }
}
