package io.multishot;

/** What the slots of a slab consist of. */
final class SlabLayout {

  /** How many bits an id has at most. */
  final int idBits;

  final boolean hasDeadlines;

  /** Whether slots lie on cache lines of their own. */
  final boolean isPadded;

  /** How many primitive parts the payload has. */
  final int primitives;

  final int references;

  SlabLayout(int idBits, boolean hasDeadlines, boolean isPadded, int primitives, int references) {
    this.idBits = idBits;
    this.hasDeadlines = hasDeadlines;
    this.isPadded = isPadded;
    this.primitives = primitives;
    this.references = references;
  }
}
