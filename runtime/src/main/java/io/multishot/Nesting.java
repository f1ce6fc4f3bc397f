package io.multishot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks of slabs that a thread runs inside of one another. Beyond a few, one that is due is
 * kept until an outer one has returned: so a chain of them, each of which ends the next one's shot,
 * needs no more stack than those few. Compare the trampolines of reactive libraries.
 */
final class Nesting {

  private static final Current CURRENT = new Current();

  /** No lambda: the first use of one links it, in the middle of a shot. */
  private static final class Current extends ThreadLocal<Nesting> {
    @Override
    protected Nesting initialValue() {
      return new Nesting();
    }
  }

  /** So many may nest. */
  private static final int MOST = 8;

  private static final int FEW = 16;

  private int depth;

  // What is due, in a ring whose size is a power of two.

  private @Nullable Slab<?, ?>[] slabs = new Slab<?, ?>[FEW];
  private @Nullable Object[] callbacks = new Object[FEW];
  private long[] ids = new long[FEW];
  private int[] ends = new int[FEW];
  private int first;
  private int size;

  /** Runs a callback, whose slot is TAKEN by the calling thread; now or a little later. */
  static void run(Slab<?, ?> slab, Object callback, long id, int end) {
    Nesting current = currentOrNull();
    if (current == null || (current.depth == MOST && !current.tryDefer(slab, callback, id, end))) {
      slab.runCallback(callback, id, end);
    } else if (current.depth < MOST) {
      current.runNested(slab, callback, id, end);
    }
  }

  /** Null if there is no memory for it. */
  private static @Nullable Nesting currentOrNull() {
    try {
      return CURRENT.get();
    } catch (Throwable lacking) {
      return null;
    }
  }

  private void runNested(Slab<?, ?> slab, Object callback, long id, int end) {
    depth++;
    try {
      slab.runCallback(callback, id, end);
      if (depth == MOST) {
        runDue();
      }
    } finally {
      depth--;
    }
  }

  private void runDue() {
    while (size > 0) {
      int i = first;
      Slab<?, ?> slab = slabs[i];
      Object callback = callbacks[i];
      slabs[i] = null;
      callbacks[i] = null;
      first = (i + 1) & (ids.length - 1);
      size--;
      if (slab != null && callback != null) {
        slab.runCallback(callback, ids[i], ends[i]);
      }
    }
  }

  private boolean tryDefer(Slab<?, ?> slab, Object callback, long id, int end) {
    if (size == ids.length && !tryGrow()) {
      return false;
    }
    int i = (first + size) & (ids.length - 1);
    slabs[i] = slab;
    callbacks[i] = callback;
    ids[i] = id;
    ends[i] = end;
    size++;
    return true;
  }

  private boolean tryGrow() {
    try {
      int length = 2 * size;
      Slab<?, ?>[] newSlabs = Arrays.copyOf(slabs, length);
      Object[] newCallbacks = Arrays.copyOf(callbacks, length);
      long[] newIds = Arrays.copyOf(ids, length);
      int[] newEnds = Arrays.copyOf(ends, length);
      for (int i = 0; i < first; i++) { // what had come round goes behind the rest
        newSlabs[size + i] = newSlabs[i];
        newCallbacks[size + i] = newCallbacks[i];
        newIds[size + i] = newIds[i];
        newEnds[size + i] = newEnds[i];
        newSlabs[i] = null;
        newCallbacks[i] = null;
      }
      slabs = newSlabs;
      callbacks = newCallbacks;
      ids = newIds;
      ends = newEnds;
      return true;
    } catch (OutOfMemoryError lacking) {
      return false;
    }
  }
}
