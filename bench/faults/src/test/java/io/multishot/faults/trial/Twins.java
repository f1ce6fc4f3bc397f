package io.multishot.faults.trial;

import org.jspecify.annotations.Nullable;

/** Numbers as objects, so that a message has a part that is a reference. */
final class Twins {

  /** What cannot be told to be any number that was sent. */
  static final long NONE = -1;

  private Twins() {}

  static Object of(long value) {
    return "twin of " + value;
  }

  /** The number of a message, if its parts belong together. */
  static long number(long id, @Nullable Object twin) {
    return of(id).equals(twin) ? id : NONE;
  }

  static long number(@Nullable Object value) {
    return value instanceof Long number ? number : NONE;
  }
}
