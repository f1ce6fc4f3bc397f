package io.multishot.modelchecker;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a {@code VarHandle} is of: one field, or the elements of arrays. */
final class Target {

  private static final Map<VarHandle, Target> KNOWN = new ConcurrentHashMap<>();

  /** {@code null} for the elements of arrays. */
  private final @Nullable FieldVariable field;

  private Target(@Nullable FieldVariable field) {
    this.field = field;
  }

  /**
   * Finds out.
   *
   * @throws UnmodelledException if it is of neither: of a static field, or a view of bytes
   */
  static Target of(VarHandle handle) {
    return KNOWN.computeIfAbsent(handle, Target::find);
  }

  private static Target find(VarHandle handle) {
    List<Class<?>> coordinates = handle.coordinateTypes();
    VarHandle.VarHandleDesc named = handle.describeConstable().orElse(null);
    if (coordinates.size() == 1 && named != null) {
      return new Target(FieldVariable.of(coordinates.get(0), named.constantName()));
    }
    if (coordinates.size() == 2
        && coordinates.get(0).isArray()
        && coordinates.get(0).getComponentType() == handle.varType()) {
      return new Target(null);
    }
    throw new UnmodelledException(
        "only VarHandles of instance fields and of array elements are modelled: " + handle);
  }

  /** How many arguments name the variable: its owner, and the index of an element. */
  int coordinates() {
    return field != null ? 1 : 2;
  }

  /**
   * The variable that a call accesses.
   *
   * @param arguments the handle, what names the variable, and the values
   */
  Variable variable(@Nullable Object[] arguments) {
    Object owner = Objects.requireNonNull(arguments[1]);
    if (field != null) {
      return field;
    }
    int index = (int) Objects.requireNonNull(arguments[2]);
    if (!ElementVariable.isIn(owner, index)) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return ElementVariable.of(owner, index);
  }
}
