package io.multishot.soak;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A slab from when it is opened until it is closed, and what was done to all of its shots. */
final class SlabEpoch {

  final Replies replies;
  final int capacity;

  /** What all open shots have failed with. */
  private final Set<Throwable> sweeps = ConcurrentHashMap.newKeySet();

  private final LongAdder refused = new LongAdder();
  private volatile boolean isClosed;

  SlabEpoch(Replies replies, int capacity) {
    this.replies = replies;
    this.capacity = capacity;
  }

  void failAll(Fault failure) {
    sweeps.add(failure);
    replies.slab().failAll(failure);
  }

  void close() {
    isClosed = true;
    replies.slab().close();
    requireClosed();
  }

  void close(Fault failure) {
    sweeps.add(failure);
    isClosed = true;
    replies.slab().close(failure);
    requireClosed();
  }

  private void requireClosed() {
    if (replies.tryAcquire() > 0 || replies.tryAcquire(0) > 0) {
      throw new SoakFailure("a slab that is closed opens no shot: " + this);
    }
  }

  boolean isClosed() {
    return isClosed;
  }

  boolean isSweep(Throwable failure) {
    return sweeps.contains(failure);
  }

  /** A sender was told that nobody wants its outcome. */
  void refused() {
    refused.increment();
  }

  /** When nobody uses it any more. */
  void check() {
    if (replies.slab().inFlight() != 0) {
      throw new SoakFailure("a slot is in use, and no shot: " + this);
    }
    long told = replies.slab().lateReplies() + replies.slab().unknownReplies();
    if (told < refused.sum()) {
      throw new SoakFailure("of " + refused + " refusals it counts " + told + ": " + this);
    }
    if (isClosed) {
      return;
    }
    for (int i = 0; i < capacity; i++) {
      if (replies.tryAcquire() <= 0) {
        throw new SoakFailure("a slot cannot be used again: " + this);
      }
    }
  }

  @Override
  public String toString() {
    return replies.toString();
  }
}
