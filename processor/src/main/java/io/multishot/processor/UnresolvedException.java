package io.multishot.processor;

/** A type that a declaration mentions does not exist, or not yet: another processor may make it. */
final class UnresolvedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedException(String type) {
    super(type, null, false, false);
  }

  /** The missing type as the user wrote it, as far as the compiler tells. */
  String type() {
    return String.valueOf(getMessage());
  }
}
