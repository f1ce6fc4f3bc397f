package io.multishot;

/**
 * What the slots of a slab consist of.
 *
 * @param idBits how many bits an id has at most
 * @param hasDeadlines whether a slot has a deadline
 * @param isPadded whether slots lie on cache lines of their own
 * @param primitives how many primitive parts the payload has
 * @param references how many references it has
 */
record SlabLayout(
    int idBits, boolean hasDeadlines, boolean isPadded, int primitives, int references) {}
