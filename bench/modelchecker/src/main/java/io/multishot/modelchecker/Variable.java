package io.multishot.modelchecker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A field, of whichever object. */
final class Variable {

  private static final Map<Field, Variable> BY_FIELD = new ConcurrentHashMap<>();
  private static final Map<VarHandle, Variable> BY_HANDLE = new ConcurrentHashMap<>();

  final Field field;
  private final MethodHandle getter;
  private final MethodHandle setter;
  private final @Nullable Object blank;

  private Variable(Field field) {
    this.field = field;
    blank = Array.get(Array.newInstance(field.getType(), 1), 0);
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
  static Variable of(Class<?> owner, String name) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      try {
        return BY_FIELD.computeIfAbsent(type.getDeclaredField(name), Variable::new);
      } catch (NoSuchFieldException inherited) {
        // look further up
      }
    }
    throw new AssertionError("no field " + name + " in " + owner);
  }

  static Variable of(VarHandle handle) {
    return BY_HANDLE.computeIfAbsent(handle, Variable::named);
  }

  private static Variable named(VarHandle handle) {
    VarHandle.VarHandleDesc named = handle.describeConstable().orElse(null);
    if (named == null || handle.coordinateTypes().size() != 1) {
      throw new UnmodelledException(
          "only the VarHandle of an instance field is modelled: " + handle);
    }
    return of(handle.coordinateTypes().get(0), named.constantName());
  }

  boolean isPrimitive() {
    return field.getType().isPrimitive();
  }

  /** What it holds before it is written to. */
  @Nullable Object blank() {
    return blank;
  }

  @Nullable Object get(Object owner) {
    try {
      return getter.invoke(owner);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  void set(Object owner, @Nullable Object value) {
    try {
      setter.invoke(owner, value);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public String toString() {
    return field.getName();
  }
}
