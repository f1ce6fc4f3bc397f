package io.multishot.modelchecker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The least store of each variable that may still be read. */
final class View {

  private @Nullable Store[] least;

  View() {
    least = new Store[8];
  }

  private View(@Nullable Store[] least) {
    this.least = least;
  }

  int position(Location location) {
    Store store = location.id < least.length ? least[location.id] : null;
    return store == null ? 0 : store.position;
  }

  void raise(Location location, Store store) {
    raise(location.id, store);
  }

  void join(View other) {
    for (int id = 0; id < other.least.length; id++) {
      Store store = other.least[id];
      if (store != null) {
        raise(id, store);
      }
    }
  }

  View copy() {
    return new View(Arrays.copyOf(least, least.length));
  }

  private void raise(int id, Store store) {
    if (id >= least.length) {
      least = Arrays.copyOf(least, Math.max(2 * least.length, id + 1));
    }
    Store now = least[id];
    if (now == null || now.position < store.position) {
      least[id] = store;
    }
  }
}
