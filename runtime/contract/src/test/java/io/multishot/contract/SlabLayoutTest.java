package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** How many bytes a slot takes, with references of four bytes. */
@Tag("production")
final class SlabLayoutTest {

  private static final int SLOTS = 1 << 16;

  @Test
  void slotOfAPrimitive_takes24Bytes() {
    assertEquals(24, bytesOfASlot(IntSlab::open));
  }

  @Test
  void slotOfAPrimitiveWithADeadline_takes32Bytes() {
    assertEquals(32, bytesOfASlot(LongSlab::open));
  }

  @Test
  void slotOfAReference_takes16Bytes() {
    assertEquals(16, bytesOfASlot(ObjectSlab::open));
  }

  @Test
  void paddedSlot_takesLinesOfItsOwn() {
    assertEquals(256, bytesOfASlot(PaddedLongSlab::open));
  }

  /**
   * As the README says of what a slab replaces: an entry, a key, a future, a place in the table.
   */
  @Test
  void requestInAMapOfFutures_takes88Bytes() {
    ConcurrentHashMap<Long, CompletableFuture<Long>> pending = new ConcurrentHashMap<>(SLOTS);
    long before = sizeOf(pending);
    for (long id = 1L << 40; pending.size() < SLOTS; id++) {
      pending.put(id, new CompletableFuture<>());
    }
    assertEquals(88, Math.round((sizeOf(pending) - before) / (double) SLOTS));
  }

  /** What is there once, whatever the capacity. */
  @Test
  void slabOfOneSlot_takesLessThanTwoKilobytes() {
    long bytes = sizeOf(IntSlab.open(1));
    assertTrue(bytes < 2048, () -> bytes + " bytes");
  }

  private static long bytesOfASlot(IntFunction<?> open) {
    long bytes = sizeOf(open.apply(2 * SLOTS)) - sizeOf(open.apply(SLOTS));
    assertEquals(0, bytes % SLOTS);
    return bytes / SLOTS;
  }

  private static long sizeOf(Object slab) {
    return GraphLayout.parseInstance(slab).totalSize();
  }
}
