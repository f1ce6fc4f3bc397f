package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One variable of one object, in one execution. */
final class Location {

  final Object owner;

  final Variable variable;

  /** Counts those with a history. */
  int id = -1;

  /** Another of the same object. */
  @Nullable Location next;

  // For the race detector: the last plain write, and when each thread has read plainly since.
  int writer;
  int writeTime;
  final int[] readTimes;

  /** Where it was accessed plainly last, by each thread; noted for a trace only. */
  final @Nullable String[] sites;

  /** All stores in coherence order; empty as long as the variable is only used plainly. */
  final List<Store> history = new ArrayList<>(0);

  /** The plain write, if there was one, before the history began. */
  @Nullable Store plain;

  /** How often each thread has missed the newest store, and which that was. */
  private final int[] misses;

  private final @Nullable Store[] missed;

  Location(Object owner, Variable variable, int threads) {
    this.owner = owner;
    this.variable = variable;
    this.readTimes = new int[threads];
    this.sites = new @Nullable String[threads];
    this.misses = new int[threads];
    this.missed = new Store[threads];
  }

  boolean hasHistory() {
    return !history.isEmpty();
  }

  /** Whether a read-modify-write may come directly behind this store. */
  boolean isOpenBehind(int position) {
    return position + 1 == history.size() || !history.get(position + 1).follows;
  }

  void insert(int position, Store store) {
    history.add(position, store);
    for (int i = position; i < history.size(); i++) {
      history.get(i).position = i;
    }
  }

  boolean mayBeMissed(int thread, int most) {
    return missed[thread] != newest() || misses[thread] < most;
  }

  void noteMissed(int thread) {
    Store newest = newest();
    misses[thread] = missed[thread] == newest ? misses[thread] + 1 : 1;
    missed[thread] = newest;
  }

  Store newest() {
    return history.get(history.size() - 1);
  }
}
