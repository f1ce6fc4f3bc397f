package io.multishot;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What is to be known of virtual threads, which came with Java 21, on Java 17. */
final class VirtualThreads {

  /**
   * Whether one can miss an unpark in an untimed park that follows a timed one, and sleep for ever
   * (JDK-8369227).
   */
  static final boolean MAY_MISS_UNPARKS = mayMissUnparks(Runtime.version());

  private static final MethodHandle IS_VIRTUAL = isVirtual();

  private VirtualThreads() {}

  static boolean isCurrent() {
    try {
      return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  static boolean mayMissUnparks(Runtime.Version version) {
    return switch (version.feature()) {
      case 25 -> version.update() < 3;
      case 26 -> version.update() < 1;
      default -> false;
    };
  }

  private static MethodHandle isVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (NoSuchMethodException beforeJava21) {
      return MethodHandles.dropArguments(
          MethodHandles.constant(boolean.class, false), 0, Thread.class);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
