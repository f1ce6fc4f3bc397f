package io.multishot.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Defines a class of this package once more, so that what is known of it is known anew. */
final class HiddenCopy {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private HiddenCopy() {}

  /**
   * Copies a class.
   *
   * @param parameter what its constructor takes
   * @param made an interface of it
   * @return the constructor, of type {@code (parameter)made}
   */
  static MethodHandle of(Class<?> type, Class<?> parameter, Class<?> made) {
    try {
      Class<?> copy =
          LOOKUP.defineHiddenClass(classFile(type), /* initialize= */ true).lookupClass();
      return LOOKUP
          .findConstructor(copy, MethodType.methodType(void.class, parameter))
          .asType(MethodType.methodType(made, parameter));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot copy " + type, e);
    }
  }

  private static byte[] classFile(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      if (in == null) {
        throw new LinkageError("no class file of " + type);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
