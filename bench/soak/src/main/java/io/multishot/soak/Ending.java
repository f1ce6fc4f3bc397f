package io.multishot.soak;

/** What a shot came to, on the receiver's side. */
enum Ending {
  RECEIVED,
  FAILED,
  DISCONNECTED,
  /** There was an outcome, and it was not looked at. */
  DROPPED,
  /** There was none, and the sender is told so. */
  ABANDONED,
  /** The receiver was closed: one of the last two. */
  CLOSED
}
