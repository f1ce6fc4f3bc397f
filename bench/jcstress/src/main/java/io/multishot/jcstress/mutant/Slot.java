package io.multishot.jcstress.mutant;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A slab's slot in short, and right. A mutant overrides one step of it, or leaves one out. */
class Slot {

  static final int FREE = 0;
  static final int ARMED = 1;
  static final int CLAIMED = 2;
  static final int VALUE = 3;
  static final int ORPHAN = 4;
  private static final int PHASE_BITS = 3;

  /** The id of the last shot, and its phase. */
  final AtomicLong word = new AtomicLong();

  final AtomicReference<@Nullable Waker> waker = new AtomicReference<>();
  volatile boolean isClosed;
  long value;

  static long word(long id, int phase) {
    return id << PHASE_BITS | phase;
  }

  final int phase() {
    return (int) word.get() & ((1 << PHASE_BITS) - 1);
  }

  /** Returns the id; 0 if the slot is in use, or closed. */
  long acquire() {
    long seen = word.get();
    long id = (seen >>> PHASE_BITS) + 1;
    if (isClosed || phase() != FREE || !word.compareAndSet(seen, word(id, ARMED))) {
      return 0;
    }
    if (isClosed) {
      abandon(id);
      return 0;
    }
    return id;
  }

  final void close() {
    isClosed = true;
    long seen = word.get();
    send(seen >>> PHASE_BITS, 0);
  }

  boolean send(long id, long sent) {
    if (!word.compareAndSet(word(id, ARMED), word(id, CLAIMED))) {
      return false;
    }
    value = sent;
    return publish(id);
  }

  boolean publish(long id) {
    Waker registered = waker.get();
    if (!word.compareAndSet(word(id, CLAIMED), word(id, VALUE))) {
      word.set(word(id, FREE)); // an orphan
      return false;
    }
    Cell.wake(registered);
    return true;
  }

  final boolean abandon(long id) {
    while (true) {
      if (word.compareAndSet(word(id, CLAIMED), word(id, ORPHAN))) {
        return true;
      }
      if (word.compareAndSet(word(id, ARMED), word(id, FREE))
          || word.compareAndSet(word(id, VALUE), word(id, FREE))) {
        return true;
      }
      if (phase() == FREE) {
        return false;
      }
    }
  }
}
