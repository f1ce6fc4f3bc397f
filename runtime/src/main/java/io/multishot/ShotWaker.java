package io.multishot;

/**
 * A waker of the runtime's own. The same object is registered in many shots, and the sender of an
 * earlier one may wake it late: hence it is told which shot has ended.
 */
sealed interface ShotWaker extends Waker permits HandlerTask, OutcomeFuture, GroupMember {

  /**
   * Reports the outcome of a shot.
   *
   * @param shot the shot that has ended: its sequence number; in a slab, its id
   */
  void wake(long shot);

  /** Whether the receiver belongs to this waker until it runs, and nobody may replace it. */
  boolean ownsReceiver();

  /** What it is, for {@code toString} of a channel; calls no user code. */
  String describe();

  /** Not called: a sender calls {@link #wake(long)}. */
  @Override
  default void wake() {
    throw new UnsupportedOperationException();
  }
}
