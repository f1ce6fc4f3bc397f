package io.multishot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * In which order a slab's slots are looked at for a free one: each once, beginning behind the one
 * that was found last. Several threads begin in several places, far from one another. A block of
 * slots without a free one is left for one far away, since a long row of slots may be in use.
 *
 * <p>In checked mode it is a {@link SlabChecks}.
 */
sealed class SlotSearch permits SlabChecks {

  private static final int BLOCK_BITS = 6;

  /** So many longs lie on two cache lines of 64 bytes: processors fetch pairs. */
  private static final int LINE_LONGS = 16;

  private static final double GOLDEN_SECTION = 0.618;

  private static final VarHandle CURSORS =
      MethodHandles.arrayElementVarHandle(long[].class).withInvokeExactBehavior();

  private final int capacity;
  private final int blocks;
  private final int blockStep;
  private final int stripes;

  /** Where the next searches begin, each on a line of its own. Opaque. */
  private final long[] cursors;

  SlotSearch(int capacity) {
    this.capacity = capacity;
    this.blocks = ((capacity - 1) >> BLOCK_BITS) + 1;
    this.blockStep = stepThrough(blocks);
    int threads = Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1);
    this.stripes = Math.min(threads, Integer.highestOneBit(blocks));
    this.cursors = new long[(stripes + 1) * LINE_LONGS];
    for (int stripe = 0; stripe < stripes; stripe++) {
      cursors[(stripe + 1) * LINE_LONGS] = (long) capacity * stripe / stripes;
    }
  }

  /** A number without a divisor in common with {@code count}, near the golden section of it. */
  private static int stepThrough(int count) {
    int step = Math.max(1, (int) (count * GOLDEN_SECTION));
    while (greatestCommonDivisor(step, count) != 1) {
      step++;
    }
    return step;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** The cursor of the calling thread, which it shares with others. */
  @SuppressWarnings("deprecation") // getId(), on 19 and up; threadId() is not there before
  final int cursor() {
    return (((int) Thread.currentThread().getId() & (stripes - 1)) + 1) * LINE_LONGS;
  }

  /** Where a search begins. */
  final int first(int cursor) {
    return (int) (long) CURSORS.getOpaque(cursors, cursor);
  }

  /** A search has come to a free slot: the next begins behind it. */
  final void end(int cursor, int slot) {
    CURSORS.setOpaque(cursors, cursor, slot + 1 == capacity ? 0L : slot + 1L);
  }

  final int blocks() {
    return blocks;
  }

  /** The end of the block of a slot, exclusive. */
  final int endOfBlock(int slot) {
    return Math.min(((slot >> BLOCK_BITS) + 1) << BLOCK_BITS, capacity);
  }

  /** The beginning of the block to be looked at after that of the given slot. */
  final int nextBlock(int slot) {
    int block = (slot >> BLOCK_BITS) + blockStep;
    return (block >= blocks ? block - blocks : block) << BLOCK_BITS;
  }
}
