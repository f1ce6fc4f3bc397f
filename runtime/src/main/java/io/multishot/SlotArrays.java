package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a slab: what each slot holds, in flat arrays, with a method for each way in which
 * it is accessed. {@link SlotTable} says who may do so when.
 */
abstract sealed class SlotArrays permits SlotTable {

  /** So many longs, or references, lie on two cache lines of 64 bytes: processors fetch pairs. */
  private static final int LINE_LONGS = 16;

  private static final int LINE_REFERENCES = 32;

  private static final VarHandle LONGS =
      MethodHandles.arrayElementVarHandle(long[].class).withInvokeExactBehavior();

  private static final VarHandle REFERENCES =
      MethodHandles.arrayElementVarHandle(Object[].class).withInvokeExactBehavior();

  private static final VarHandle TASKS =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "tasks", VarHandle.class, SlotArrays.class, Object[].class)
          .withInvokeExactBehavior();

  final int capacity;

  /** Of each slot: the word, the deadline if the slab has any, and the primitive parts. */
  private final long[] longs;

  private final int stride;
  private final int firstPrimitive;

  /** Of each slot: the waiter, the failure or first reference part, and the others. */
  private final @Nullable Object[] references;

  private final int referenceStride;
  private final int referenceParts;

  /** Of each slot, the task of a handler with an executor; made when one is first needed. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object @Nullable [] tasks;

  SlotArrays(int capacity, SlabLayout layout) {
    this.capacity = capacity;
    this.firstPrimitive = layout.hasDeadlines ? 2 : 1;
    this.referenceParts = layout.references;
    this.stride = spread(firstPrimitive + layout.primitives, LINE_LONGS, layout.isPadded);
    this.referenceStride =
        spread(Math.max(2, 1 + layout.references), LINE_REFERENCES, layout.isPadded);
    if ((long) capacity * Math.max(stride, referenceStride) > Integer.MAX_VALUE - Long.SIZE) {
      throw tooMany(capacity);
    }
    this.longs = new long[capacity * stride];
    this.references = new Object[capacity * referenceStride];
  }

  static IllegalArgumentException tooMany(int capacity) {
    return new IllegalArgumentException("too many slots for a slab of this kind: " + capacity);
  }

  private static int spread(int used, int line, boolean isPadded) {
    return isPadded ? (used + line - 1) / line * line : used;
  }

  // The word, the deadline, and whom to wake.

  /** Writes the first word of a slot, which no other thread has seen. */
  final void setFirstWord(int slot, long word) {
    longs[slot * stride] = word;
  }

  final long wordOpaque(int slot) {
    return (long) LONGS.getOpaque(longs, slot * stride);
  }

  final long wordAcquire(int slot) {
    return (long) LONGS.getAcquire(longs, slot * stride);
  }

  final long wordVolatile(int slot) {
    return (long) LONGS.getVolatile(longs, slot * stride);
  }

  final boolean compareAndSetWord(int slot, long expected, long word) {
    return LONGS.compareAndSet(longs, slot * stride, expected, word);
  }

  final void setWordRelease(int slot, long word) {
    LONGS.setRelease(longs, slot * stride, word);
  }

  final @Nullable Object waiter(int slot) {
    return (Object) REFERENCES.getOpaque(references, slot * referenceStride);
  }

  /** For a look that a word read later is to confirm. */
  final @Nullable Object waiterAcquire(int slot) {
    return (Object) REFERENCES.getAcquire(references, slot * referenceStride);
  }

  /** Fails if there is one. */
  final boolean trySetWaiter(int slot, Object waiter) {
    return REFERENCES.compareAndSet(references, slot * referenceStride, (Object) null, waiter);
  }

  final void clearWaiter(int slot) {
    REFERENCES.setOpaque(references, slot * referenceStride, (Object) null);
  }

  final long deadline(int slot) {
    return (long) LONGS.getOpaque(longs, slot * stride + 1);
  }

  final void setDeadline(int slot, long deadline) {
    LONGS.setOpaque(longs, slot * stride + 1, deadline);
  }

  /** The task that a slot has used last. Release and acquire: others may be late with it. */
  final @Nullable SlotTask task(int slot) {
    Object[] made = tasks();
    return made == null ? null : (SlotTask) (Object) REFERENCES.getAcquire(made, slot);
  }

  final void setTask(int slot, SlotTask task) {
    Object[] made = tasks();
    if (made == null) {
      Object[] making = new Object[capacity];
      made = TASKS.compareAndSet(this, (Object[]) null, making) ? making : tasks();
    }
    REFERENCES.setRelease(made, slot, (Object) task);
  }

  private @Nullable Object @Nullable [] tasks() {
    return (Object[]) TASKS.getAcquire(this);
  }

  // The payload, for whoever has the slot. Plain: the word orders it.

  final long primitive(int slot, int part) {
    return longs[slot * stride + firstPrimitive + part];
  }

  final void setPrimitive(int slot, int part, long bits) {
    longs[slot * stride + firstPrimitive + part] = bits;
  }

  final @Nullable Object reference(int slot, int part) {
    return references[slot * referenceStride + 1 + part];
  }

  final void setReference(int slot, int part, @Nullable Object value) {
    references[slot * referenceStride + 1 + part] = value;
  }

  final @Nullable Throwable failureAt(int slot) {
    return (Throwable) reference(slot, 0);
  }

  /** Whether there is nothing in a payload that would be kept alive. */
  final boolean hasPrimitivesOnly() {
    return referenceParts == 0;
  }

  /** Lets go of a failure, and of all references in the payload. */
  final void clearReferences(int slot) {
    int first = slot * referenceStride + 1;
    references[first] = null;
    for (int part = 1; part < referenceParts; part++) {
      references[first + part] = null;
    }
  }
}
