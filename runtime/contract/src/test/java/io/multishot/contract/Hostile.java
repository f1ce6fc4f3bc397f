package io.multishot.contract;

import java.util.List;

/** Failures that are hard to tell: what they are asked throws. */
final class Hostile {

  private Hostile() {}

  static List<Exception> failures() {
    return List.of(
        new WithoutMessage(), new WithoutString(), new WithoutCause(), new WithoutIdentity());
  }

  private static RuntimeException closed() {
    return new IllegalStateException("the connection is closed");
  }

  /** As of a driver that asks its connection what to say. */
  @SuppressWarnings("serial") // it is never written
  private static final class WithoutMessage extends Exception {
    @Override
    public String getMessage() {
      throw closed();
    }
  }

  @SuppressWarnings({"serial", "OverrideThrowableToString"}) // it is what is tested
  private static final class WithoutString extends Exception {
    @Override
    public String toString() {
      throw new AssertionError("toString of a failure");
    }

    @Override
    public String getLocalizedMessage() {
      throw new AssertionError("getLocalizedMessage of a failure");
    }
  }

  @SuppressWarnings("serial")
  private static final class WithoutCause extends Exception {
    @Override
    public synchronized Throwable getCause() {
      throw closed();
    }
  }

  @SuppressWarnings("serial")
  private static final class WithoutIdentity extends Exception {
    @Override
    public boolean equals(Object other) {
      throw closed();
    }

    @Override
    public int hashCode() {
      throw closed();
    }
  }
}
