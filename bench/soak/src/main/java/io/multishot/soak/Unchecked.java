package io.multishot.soak;

/** For what a method handle declares to throw: anything. */
final class Unchecked {

  private Unchecked() {}

  /** Throws what it is given, be it checked or not. To be used as {@code throw rethrow(…)}. */
  static RuntimeException rethrow(Throwable thrown) {
    throw Unchecked.<RuntimeException>as(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T as(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
