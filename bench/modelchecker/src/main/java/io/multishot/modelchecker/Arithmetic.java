package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/** What a read-modify-write makes of the value that it finds. */
final class Arithmetic {

  private Arithmetic() {}

  static @Nullable Object apply(
      Access.Kind kind, @Nullable Object found, @Nullable Object operand) {
    if (kind == Access.Kind.GET_AND_SET) {
      return operand;
    }
    if (found instanceof Integer left && operand instanceof Integer right) {
      return (int) apply(kind, (long) left, (long) right);
    }
    if (found instanceof Long left && operand instanceof Long right) {
      return apply(kind, (long) left, (long) right);
    }
    throw new UnmodelledException(kind + " is modelled for int and long");
  }

  private static long apply(Access.Kind kind, long found, long operand) {
    return switch (kind) {
      case GET_AND_ADD -> found + operand;
      case GET_AND_BITWISE_OR -> found | operand;
      case GET_AND_BITWISE_AND -> found & operand;
      case GET_AND_BITWISE_XOR -> found ^ operand;
      default -> throw new AssertionError(kind);
    };
  }
}
