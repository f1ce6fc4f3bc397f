package io.multishot.processor.misuse;

/** How much work one body may make: loops inside loops multiply it. */
final class Budget {

  /** A body that takes more is left alone. */
  static final int STEPS = 300_000;

  /** Thrown when the budget is used up. */
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExhaustedException() {
      super("the body is too large", null, false, false);
    }
  }

  private int left;

  Budget(int steps) {
    left = steps;
  }

  void step() {
    left--;
    if (left < 0) {
      throw new ExhaustedException();
    }
  }
}
