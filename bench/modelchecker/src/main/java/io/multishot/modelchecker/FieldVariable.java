package io.multishot.modelchecker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An instance field, of whichever object. */
final class FieldVariable implements Variable {

  private static final Map<Field, FieldVariable> BY_FIELD = new ConcurrentHashMap<>();

  private final Field field;
  private final MethodHandle getter;
  private final MethodHandle setter;
  private final @Nullable Object blank;

  private FieldVariable(Field field) {
    this.field = field;
    blank = Variable.blank(field.getType());
    field.setAccessible(true);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      getter = lookup.unreflectGetter(field);
      setter = lookup.unreflectSetter(field);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The field of that name, of the class or one that it extends. */
  static FieldVariable of(Class<?> owner, String name) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      try {
        return BY_FIELD.computeIfAbsent(type.getDeclaredField(name), FieldVariable::new);
      } catch (NoSuchFieldException inherited) {
        // look further up
      }
    }
    throw new AssertionError("no field " + name + " in " + owner);
  }

  @Override
  public Class<?> type() {
    return field.getType();
  }

  @Override
  public @Nullable Object blank() {
    return blank;
  }

  @Override
  public @Nullable Object get(Object owner) {
    try {
      return getter.invoke(owner);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void set(Object owner, @Nullable Object value) {
    try {
      setter.invoke(owner, value);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public String toString() {
    return "." + field.getName();
  }
}
