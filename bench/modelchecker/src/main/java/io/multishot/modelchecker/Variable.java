package io.multishot.modelchecker;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** What a {@code VarHandle} reads and writes of its owner: a field, or an element of an array. */
sealed interface Variable permits FieldVariable, ElementVariable {

  Class<?> type();

  /** What it holds before it is written to. */
  @Nullable Object blank();

  @Nullable Object get(Object owner);

  void set(Object owner, @Nullable Object value);

  /** What a variable of that type holds before it is written to. */
  static @Nullable Object blank(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }

  /**
   * The value as the variable holds it: an {@code int} in a variable of {@code long} is one.
   *
   * @throws ClassCastException if the variable cannot hold it
   */
  default @Nullable Object convert(@Nullable Object value) {
    if (!type().isPrimitive()) {
      return type().cast(value);
    }
    if (value == null || value.getClass() == blankClass()) {
      return value;
    }
    Object converted = Array.newInstance(type(), 1);
    Array.set(converted, 0, value);
    return Array.get(converted, 0);
  }

  private @Nullable Class<?> blankClass() {
    Object blank = blank();
    return blank == null ? null : blank.getClass();
  }
}
