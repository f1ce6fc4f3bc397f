package io.multishot;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a future calls to which {@code sendFrom} has left a slab's shot. */
final class SlotSource<V extends @Nullable Object> implements BiConsumer<V, Throwable> {

  private final Slab<V, ?> slab;
  private final long id;

  SlotSource(Slab<V, ?> slab, long id) {
    this.slab = slab;
    this.id = id;
  }

  @Override
  public void accept(V result, @Nullable Throwable failure) {
    if (failure != null) {
      slab.endOrCount(id, SourceLease.causeOf(failure));
      return;
    }
    try {
      slab.sendResult(id, result);
    } catch (Throwable thrown) { // the result could not be sent: the shot is open still
      slab.endOrCount(id, thrown);
    }
  }
}
