package io.multishot;

import org.jspecify.annotations.Nullable;

/** A state of a shot that is over without a value. */
final class Ended {

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

  @Override
  public String toString() {
    return word;
  }
}
