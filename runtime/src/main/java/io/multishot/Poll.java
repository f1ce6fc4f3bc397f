package io.multishot;

/** What a {@linkplain MultiShotReceiver#poll() poll} found. */
public enum Poll {
  /** The sender is live: there is no outcome yet. */
  PENDING,
  /** A value is waiting to be taken. */
  READY,
  /** The sender {@linkplain MultiShotSender#fail failed} the shot. */
  FAILED,
  /** The sender closed without sending, or no shot is open: none armed, or its outcome taken. */
  DISCONNECTED,
  /**
   * Of a {@linkplain Slab#poll(long) slab} only: no shot of that id is open, nor has one an outcome
   * to be taken.
   */
  UNKNOWN
}
