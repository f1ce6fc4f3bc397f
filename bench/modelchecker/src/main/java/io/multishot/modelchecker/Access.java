package io.multishot.modelchecker;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a method of {@code VarHandle} does.
 *
 * @param kind the operation
 * @param loading the mode of its load
 * @param storing the mode of its store
 */
record Access(Kind kind, AccessMode loading, AccessMode storing) {

  enum Kind {
    GET,
    SET,
    GET_AND_SET,
    GET_AND_ADD,
    GET_AND_BITWISE_OR,
    GET_AND_BITWISE_AND,
    GET_AND_BITWISE_XOR,
    COMPARE_AND_SET,
    COMPARE_AND_EXCHANGE,
    WEAK_COMPARE_AND_SET;

    boolean isReadModifyWrite() {
      return this != GET && this != SET;
    }

    boolean isComparison() {
      return this == COMPARE_AND_SET
          || this == COMPARE_AND_EXCHANGE
          || this == WEAK_COMPARE_AND_SET;
    }
  }

  private static final List<String> READ_MODIFY_WRITES =
      List.of(
          "getAndSet",
          "getAndAdd",
          "getAndBitwiseOr",
          "getAndBitwiseAnd",
          "getAndBitwiseXor",
          "compareAndSet",
          "compareAndExchange",
          "weakCompareAndSet");

  /** What the method of that name does; {@code null} if it is no access. */
  static @Nullable Access of(String method) {
    return switch (method) {
      case "get" -> load(AccessMode.PLAIN);
      case "getOpaque" -> load(AccessMode.OPAQUE);
      case "getAcquire" -> load(AccessMode.ACQUIRE_RELEASE);
      case "getVolatile" -> load(AccessMode.VOLATILE);
      case "set" -> store(AccessMode.PLAIN);
      case "setOpaque" -> store(AccessMode.OPAQUE);
      case "setRelease" -> store(AccessMode.ACQUIRE_RELEASE);
      case "setVolatile" -> store(AccessMode.VOLATILE);
      default -> readModifyWrite(method);
    };
  }

  static Access load(AccessMode mode) {
    return new Access(Kind.GET, mode, AccessMode.PLAIN);
  }

  static Access store(AccessMode mode) {
    return new Access(Kind.SET, AccessMode.PLAIN, mode);
  }

  private static @Nullable Access readModifyWrite(String method) {
    for (String name : READ_MODIFY_WRITES) {
      if (method.startsWith(name)) {
        Kind kind = Kind.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        return switch (method.substring(name.length())) {
          case "" -> new Access(kind, AccessMode.VOLATILE, AccessMode.VOLATILE);
          case "Plain" -> new Access(kind, AccessMode.PLAIN, AccessMode.PLAIN);
          case "Acquire" -> new Access(kind, AccessMode.ACQUIRE_RELEASE, AccessMode.PLAIN);
          case "Release" -> new Access(kind, AccessMode.PLAIN, AccessMode.ACQUIRE_RELEASE);
          default -> null;
        };
      }
    }
    return null;
  }

  boolean writes() {
    return kind != Kind.GET;
  }

  boolean isVolatile() {
    return loading == AccessMode.VOLATILE || storing == AccessMode.VOLATILE;
  }

  @Override
  public String toString() {
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (kind) {
      case GET -> what + " " + loading.name().toLowerCase(Locale.ROOT).replace("_release", "");
      case SET -> what + " " + storing.name().toLowerCase(Locale.ROOT).replace("acquire_", "");
      default ->
          isVolatile() ? what : what + (loading == AccessMode.PLAIN ? " release" : " acquire");
    };
  }
}
