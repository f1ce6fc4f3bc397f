package io.multishot.jcstress.mutant;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The protocol in short, and right. A mutant overrides one step of it, or leaves one out. */
class Cell {

  static final Object VALUE = "a value";
  static final Object ABANDONED = "abandoned";

  /** As in a channel: {@code null}, whom to wake, or the outcome. */
  final AtomicReference<@Nullable Object> state = new AtomicReference<>();

  long value;

  /** Returns {@code false} if nobody wants the value. */
  boolean send(long sent) {
    value = sent;
    return wake(state.getAndSet(VALUE));
  }

  final boolean isReady() {
    return state.get() == VALUE;
  }

  final void awaitReady() {
    while (!isReady()) {
      Thread.onSpinWait();
    }
  }

  /** Returns whether there is a value; if not, the waker is registered. */
  boolean poll(Waker waker) {
    Object seen = state.get();
    return seen == VALUE || !state.compareAndSet(seen, waker);
  }

  /** Returns whether a waker was taken back. */
  boolean withdraw() {
    Object seen = state.get();
    return seen instanceof Waker && state.compareAndSet(seen, null);
  }

  final void arm() {
    state.set(null);
  }

  /** Returns {@code false} if the value came first. */
  boolean abandon() {
    return state.getAndSet(ABANDONED) != VALUE;
  }

  static boolean wake(@Nullable Object seen) {
    if (seen instanceof Waker waker) {
      waker.wake();
    }
    return seen != ABANDONED;
  }
}
