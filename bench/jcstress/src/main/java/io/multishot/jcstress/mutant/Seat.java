package io.multishot.jcstress.mutant;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The seat of a pair in short, and right. A mutant overrides one step of it, or leaves one out. */
class Seat {

  static final Object IDLE = "no question";
  static final Object LIVE = "a question";
  static final Object DISCONNECTED = "disconnected";
  static final Object LEFT = "left";

  final AtomicReference<Object> state = new AtomicReference<>(IDLE);

  /** As in a pair: {@code null}, whom to wake, or that the server has gone. */
  final AtomicReference<@Nullable Object> waiter = new AtomicReference<>();

  int question;

  // By the caller.

  void ask(int asked) {
    question = asked;
    open();
    Object seen = waiter.get();
    if (seen == LEFT) {
      disconnect();
    } else if (seen != null && waiter.compareAndSet(seen, null)) {
      ((Waker) seen).wake();
    }
  }

  void open() {
    state.getAndSet(LIVE);
  }

  final Poll answer() {
    return state.get() == DISCONNECTED ? Poll.DISCONNECTED : Poll.PENDING;
  }

  // By the server.

  final Poll poll() {
    return state.get() == LIVE ? Poll.READY : Poll.PENDING;
  }

  Poll poll(Object newWaiter) {
    register(newWaiter);
    return poll();
  }

  final void register(Object newWaiter) {
    waiter.getAndSet(newWaiter);
  }

  void leave() {
    waiter.getAndSet(LEFT);
    disconnect();
  }

  private void disconnect() {
    state.compareAndSet(LIVE, DISCONNECTED);
  }
}
