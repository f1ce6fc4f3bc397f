package io.multishot.bench.peer;

import java.util.BitSet;

/** Slots for a {@code long} each, of which a {@link BitSet} tells the free ones. For one thread. */
public final class FreeSlots {

  private final BitSet used;
  private final boolean[] isThere; // a set that is nearly empty is slow to clear
  private final long[] values;
  private int next;

  /** Makes so many slots, all free. */
  public FreeSlots(int capacity) {
    used = new BitSet(capacity);
    isThere = new boolean[capacity];
    values = new long[capacity];
  }

  /** Returns a free slot, behind the one that it returned last. */
  public int acquire() {
    int slot = used.nextClearBit(next);
    if (slot >= values.length) {
      slot = used.nextClearBit(0);
    }
    used.set(slot);
    next = slot + 1;
    return slot;
  }

  /** Puts a value into a slot that is used. */
  public boolean put(int slot, long value) {
    if (!used.get(slot)) {
      return false;
    }
    values[slot] = value;
    isThere[slot] = true;
    return true;
  }

  public boolean isThere(int slot) {
    return isThere[slot];
  }

  /** Returns the value, and frees the slot. */
  public long take(int slot) {
    free(slot);
    return values[slot];
  }

  public void free(int slot) {
    used.clear(slot);
    isThere[slot] = false;
  }
}
