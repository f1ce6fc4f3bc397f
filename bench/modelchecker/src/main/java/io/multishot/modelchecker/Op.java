package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/**
 * What a thread is about to do.
 *
 * @param kind which operation
 * @param target what it concerns: a location, a mailbox, or the thread whose permit or interrupt
 *     flag it is; {@code null} for nothing shared
 * @param writes whether it may change that
 */
record Op(Kind kind, @Nullable Object target, boolean writes) {

  enum Kind {
    ACCESS,
    /** Waits for a permit, an interrupt, or nothing at all. */
    PARK,
    /** As {@link #PARK}, or for a time. */
    TIMED_PARK,
    /** Waits for what comes into a mailbox. */
    TAKE,
    /** Another thread is to go on. */
    SPIN
  }

  static Op access(Object target, boolean writes) {
    return new Op(Kind.ACCESS, target, writes);
  }

  /** Whether the order of the two can matter. */
  boolean conflictsWith(Op other) {
    return target != null && target == other.target && (writes || other.writes);
  }
}
