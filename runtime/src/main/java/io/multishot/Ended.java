package io.multishot;

import org.jspecify.annotations.Nullable;

/** A state in which no outcome is awaited and no value waits. */
final class Ended {

  /** No shot is open: none was armed yet, or its outcome is disposed of. */
  static final Ended IDLE = new Ended(Poll.DISCONNECTED, null, "idle");

  /** The sender closed without sending. */
  static final Ended DISCONNECTED = new Ended(Poll.DISCONNECTED, null, "disconnected");

  /** The receiver wants no outcome any more; the sender has not noticed yet. */
  static final Ended ABANDONED = new Ended(Poll.DISCONNECTED, null, "abandoned");

  /** As {@link #ABANDONED}, and the sender is used up as well. */
  static final Ended ABANDONED_USED = new Ended(Poll.DISCONNECTED, null, "abandoned, and used");

  final Poll poll;
  final @Nullable Throwable failure;
  private final String word;

  private Ended(Poll poll, @Nullable Throwable failure, String word) {
    this.poll = poll;
    this.failure = failure;
    this.word = word;
  }

  /** The sender failed the shot. */
  static Ended failed(Throwable failure) {
    return new Ended(Poll.FAILED, failure, "failed");
  }

  boolean isAbandoned() {
    return this == ABANDONED || this == ABANDONED_USED;
  }

  /** Whether it is an outcome that the receiver has not disposed of yet. */
  boolean isOutcome() {
    return this == DISCONNECTED || failure != null;
  }

  @Override
  public String toString() {
    return word;
  }
}
