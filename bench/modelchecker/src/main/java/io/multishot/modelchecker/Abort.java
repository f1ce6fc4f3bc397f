package io.multishot.modelchecker;

/** Ends a thread whose execution has nothing more to show. */
final class Abort extends Error {

  private static final long serialVersionUID = 1L;

  Abort() {
    super(null, null, false, false);
  }
}
