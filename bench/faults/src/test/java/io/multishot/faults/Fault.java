package io.multishot.faults;

/** What is thrown at a point. */
public enum Fault {
  /** At allocations and calls, once. */
  OUT_OF_MEMORY,
  /** At calls, once. */
  STACK_OVERFLOW,
  /** At calls, once: user code may throw anything. */
  EXCEPTION,
  /** From a point on, at all allocations of the operation: memory does not come back at once. */
  LACK_OF_MEMORY;

  private static final String MESSAGE = "injected";

  /** Whether this was made here. */
  static boolean isOne(Throwable seen) {
    return seen instanceof InjectedException
        || (seen instanceof VirtualMachineError && MESSAGE.equals(seen.getMessage()));
  }

  /** Whether it is thrown at such a point. */
  public boolean fits(Site site) {
    return switch (this) {
      case OUT_OF_MEMORY -> true;
      case STACK_OVERFLOW, EXCEPTION -> !site.isAllocation();
      case LACK_OF_MEMORY -> site.isAllocation();
    };
  }

  Throwable make() {
    return switch (this) {
      case OUT_OF_MEMORY, LACK_OF_MEMORY -> new OutOfMemoryError(MESSAGE);
      case STACK_OVERFLOW -> new StackOverflowError(MESSAGE);
      case EXCEPTION -> new InjectedException();
    };
  }

  /** No other code throws it. */
  private static final class InjectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InjectedException() {
      super(MESSAGE);
    }
  }
}
