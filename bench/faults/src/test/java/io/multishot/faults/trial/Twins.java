package io.multishot.faults.trial;

import io.multishot.fixtures.Numbered;
import io.multishot.fixtures.Values;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as objects, so that a message has a part that is a reference. Where a message has two
 * parts, it is checked that they belong together.
 */
final class Twins extends Values {

  static final Twins VALUES = new Twins();

  /** What cannot be told to be any number that was sent. */
  static final long NONE = -1;

  private Twins() {}

  @Override
  protected long bits(long number, int part) {
    return number;
  }

  @Override
  protected <T> T reference(long bits, Class<T> type) {
    return type.cast(new Twin(bits));
  }

  /** The number of what was received. */
  static long number(@Nullable Object value) {
    if (value instanceof Declarations.AMessage message) {
      return number(message.id(), message.twin());
    }
    if (value instanceof Declarations.AMessageOfASlab message) {
      return number(message.id(), message.twin());
    }
    if (value instanceof Declarations.ARecord message) {
      return number(message.id(), message.twin());
    }
    if (value instanceof Long number) {
      return number;
    }
    return value instanceof Twin twin ? twin.number : NONE;
  }

  private static long number(long id, Object twin) {
    return twin.equals(new Twin(id)) ? id : NONE;
  }

  private record Twin(long number) implements Numbered {}
}
