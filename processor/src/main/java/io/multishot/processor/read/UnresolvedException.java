package io.multishot.processor.read;

/** Thrown if a type that a declaration references does not exist: another processor may make it. */
public final class UnresolvedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedException(String type) {
    super(type, null, false, false);
  }

  /** Returns the missing type as the user wrote it, as far as the compiler tells. */
  public String type() {
    return String.valueOf(getMessage());
  }
}
