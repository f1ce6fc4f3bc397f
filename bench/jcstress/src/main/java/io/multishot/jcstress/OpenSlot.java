package io.multishot.jcstress;

/** A slab of one slot, whose first shot is open. */
abstract class OpenSlot {

  static final long SEED = 1;

  final LongSlab slab = LongSlab.open(1, SEED);
  final long id = slab.tryAcquire();

  /** The next shot of the slot; {@link LongSlab#NONE} if an orphan is there still. */
  final long openNext() {
    slab.abandon(id);
    return slab.tryAcquire();
  }
}
