package io.multishot.contract;

/** Which sender and shot the sender's owner uses. */
enum Hand {
  /** Those armed last. */
  OWN,
  /** Those that the receiver has abandoned. */
  ABANDONED,
  /** A shot that has its outcome, of a sender armed again since. */
  OVER
}
