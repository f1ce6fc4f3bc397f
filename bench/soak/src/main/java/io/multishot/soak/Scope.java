package io.multishot.soak;

/** Which programs to run. */
enum Scope {
  ALL,
  SLABS,
  CALLS;

  boolean has(Program program) {
    return switch (this) {
      case ALL -> true;
      case SLABS -> program.isOfSlabs();
      case CALLS -> program.isOfCalls();
    };
  }
}
