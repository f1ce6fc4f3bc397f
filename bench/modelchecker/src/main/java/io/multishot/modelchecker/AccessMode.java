package io.multishot.modelchecker;

/** How much an access orders, from least to most. */
enum AccessMode {
  PLAIN,
  OPAQUE,
  /** Acquire, of a load; release, of a store. */
  ACQUIRE_RELEASE,
  VOLATILE;

  boolean isAtLeast(AccessMode other) {
    return compareTo(other) >= 0;
  }
}
