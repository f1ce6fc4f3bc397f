package io.multishot;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one shot of a slab as a future. Whether that or another completion comes first is
 * settled by the slot's word.
 */
final class SlabFuture<T extends @Nullable Object> extends ShotFuture<T> {

  private final Slab<T, ?> slab;
  private final long id;

  SlabFuture(Slab<T, ?> slab, long id) {
    this.slab = slab;
    this.id = id;
  }

  /** The slot is TAKEN by the calling thread. */
  void deliver(int slot, int end) {
    try {
      completeBy(slab.valueAt(slot, id, end));
    } catch (Throwable failure) {
      failBy(failure);
    }
  }

  /** The shot was withdrawn from it, or abandoned by somebody else. */
  void cancelByOwner(String reason) {
    Throwable cancelled;
    try {
      cancelled = new CancellationException(reason);
    } catch (Throwable lacking) { // or whoever waits for it would wait for ever
      cancelled = lacking;
    }
    failBy(cancelled);
  }

  @Override
  void endShot() {
    if (!isDone()) {
      slab.abandon(id, this);
    }
  }
}
