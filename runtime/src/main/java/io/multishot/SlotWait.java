package io.multishot;

/**
 * What a fork-join worker waits for in a slab; a thread dump names it.
 *
 * @param slab the slab
 * @param id the shot
 */
record SlotWait(Slab<?, ?> slab, long id) {

  /** Whether there is nothing to wait for. */
  boolean isOver() {
    return !slab.isPending(slab.wordNow(id), id);
  }
}
