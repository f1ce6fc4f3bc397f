package io.multishot;

/** What a fork-join worker waits for in a slab; a thread dump names it. */
final class SlotWait {

  private final Slab<?, ?> slab;
  private final long id;

  SlotWait(Slab<?, ?> slab, long id) {
    this.slab = slab;
    this.id = id;
  }

  /** Whether there is nothing to wait for. */
  boolean isOver() {
    return !slab.isPending(slab.wordNow(id), id);
  }
}
