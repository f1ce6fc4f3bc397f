package io.multishot.modelchecker;

/** The checked code has reached something of which the checker knows no model. */
public final class UnmodelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnmodelledException(String what) {
    super(what);
  }
}
