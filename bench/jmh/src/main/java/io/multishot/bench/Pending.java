package io.multishot.bench;

/** What keeps the requests that are pending. */
public enum Pending {
  SLAB,
  /** {@code ConcurrentHashMap<Long, CompletableFuture<Long>>}. */
  MAP_OF_FUTURES,
  /** Agrona's map of unboxed keys, with futures, which one thread may use at a time. */
  AGRONA_OF_FUTURES,
  /** An array of channels, each for one place: its ids do not tell shots apart. */
  ARRAY_OF_CHANNELS,
  /** A set of free slots and an array: no protocol, for one thread. */
  BIT_SET;

  PendingTable open(int places) {
    return switch (this) {
      case SLAB -> new PendingTable.OfSlab(places);
      case MAP_OF_FUTURES -> new PendingTable.OfMap(places);
      case AGRONA_OF_FUTURES -> new PendingTable.OfAgronaMap(places);
      case ARRAY_OF_CHANNELS -> new PendingTable.OfChannels(places);
      case BIT_SET -> new PendingTable.OfBitSet(places);
    };
  }

  /** Throws if more threads than one would use it. */
  void requireForThreads() {
    if (this == AGRONA_OF_FUTURES || this == BIT_SET) {
      throw new UnsupportedOperationException("skipped: " + this + " is for one thread");
    }
  }
}
