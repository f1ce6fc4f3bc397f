package io.multishot.modelchecker;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * An element, of whichever array has that type.
 *
 * @param type of the element
 */
record ElementVariable(Class<?> type, int index) implements Variable {

  /** The element of this array. */
  static ElementVariable of(Object array, int index) {
    return new ElementVariable(array.getClass().getComponentType(), index);
  }

  static boolean isIn(Object array, int index) {
    return index >= 0 && index < Array.getLength(array);
  }

  @Override
  public @Nullable Object blank() {
    return Variable.blank(type);
  }

  @Override
  public @Nullable Object get(Object array) {
    return Array.get(array, index);
  }

  @Override
  public void set(Object array, @Nullable Object value) {
    Array.set(array, index, value);
  }

  @Override
  public String toString() {
    return "[" + index + "]";
  }
}
