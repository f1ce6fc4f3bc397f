package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;
import java.util.List;

/**
 * What has ended an object for its variables, on each of the ways that lead here.
 *
 * @param places one, or the first two of several
 * @param isLeft whether a sender may have been left to a future: close() takes it back; or an id to
 *     a handler or a future: withdraw() does
 */
record Use(List<Place> places, boolean isLeft) {

  /**
   * Where it was, and what was called there.
   *
   * @param what such as {@code send()}
   */
  record Place(Tree tree, String what) {}

  static Use at(Tree tree, String what) {
    return new Use(List.of(new Place(tree, what)), false);
  }

  static Use left(Tree tree, String what) {
    return new Use(List.of(new Place(tree, what)), true);
  }

  /** What holds where two ways meet, one with this use and one with another. */
  Use join(Use other) {
    if (equals(other)) {
      return this;
    }
    boolean left = isLeft || other.isLeft;
    Place second = places.get(0);
    for (Place place : other.places) {
      if (!places.contains(place)) {
        second = place;
      }
    }
    return places.size() > 1 || places.contains(second)
        ? new Use(places, left)
        : new Use(List.of(places.get(0), second), left);
  }
}
