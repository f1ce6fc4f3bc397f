package io.multishot.processor.read;

import javax.lang.model.type.ErrorType;

/** Thrown if a type that a declaration references does not exist: it may be generated yet. */
public final class UnresolvedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What javac calls a missing class with type arguments, on JDK 17. */
  private static final String UNNAMED = "<any>";

  UnresolvedException(String type) {
    super(type, null, false, false);
  }

  static UnresolvedException of(ErrorType type) {
    String written = type.toString();
    return new UnresolvedException(
        written.equals(UNNAMED) ? "a class with type arguments that it does not name" : written);
  }

  /** Returns the missing type as the user wrote it, as far as the compiler tells. */
  public String type() {
    return String.valueOf(getMessage());
  }
}
