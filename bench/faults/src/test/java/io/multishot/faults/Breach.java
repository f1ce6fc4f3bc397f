package io.multishot.faults;

/** In which way a channel was not as the contract says. */
public enum Breach {
  /** A value, failure or disconnect was shown to somebody whom it was not for. */
  FOREIGN,
  /** An outcome was shown twice. */
  TWICE,
  /**
   * The sender was told that the receiver has the outcome; nobody was shown it, nor is it there.
   */
  LOST,
  /** A handler or future was not told; the outcome is there, to be received in some other way. */
  UNTOLD,
  /** A registered waker did not run; the outcome is there. */
  UNWOKEN,
  /** A waker ran twice, or though it was not to run any more. */
  WOKEN_WRONGLY,
  /** The sender's operation threw, and the shot is over all the same. */
  THREW_THOUGH_ENDED,
  /** The sender was told {@code false}, and the receiver wants the outcome, or has seen it. */
  REFUSED,
  /** The sender was told {@code true} although the receiver had abandoned the shot. */
  WANTED_BY_NOBODY,
  /** The sender of an open shot cannot end it. */
  SENDER_DEAD,
  /** The receiver cannot be armed, or a new shot of it does not come to its end. */
  RECEIVER_DEAD,
  /** After a wait that threw, the receiver cannot be waited on in another way. */
  LEFT_REGISTERED,
  /** A sender can be used although its shot was left to a future. */
  NOT_CONSUMED,
  /** User code was called that has nothing to do with it: {@code toString}. */
  ASKED,
  /** A thread waits for an outcome that has come. */
  PARKED,
  /** A future is not done, and will not be. */
  FUTURE_NEVER_DONE,
  /** Nor does {@code cancel} make it so. */
  FUTURE_NOT_CANCELLABLE,
  /** An abandoned sender has asked to be told, and was not. */
  ABANDONED_UNTOLD,
  /** What came out of an operation is neither what was injected nor what it may throw. */
  STRANGE
}
