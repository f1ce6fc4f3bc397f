package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/** One value that a variable has had, or has for some. */
final class Store {

  final @Nullable Object value;
  final int thread;
  final int time;

  /** The step of the execution that it was made by, counted from 1; 0 is before all. */
  final int step;

  /** Whether it belongs to a read-modify-write: nothing comes between it and what that read. */
  final boolean follows;

  /** What whoever acquires it learns; {@code null} if it is no release. */
  final @Nullable Knowledge released;

  /** Its place in coherence order. */
  int position;

  Store(
      @Nullable Object value,
      int thread,
      int time,
      int step,
      boolean follows,
      @Nullable Knowledge released) {
    this.value = value;
    this.thread = thread;
    this.time = time;
    this.step = step;
    this.follows = follows;
    this.released = released;
  }
}
