package io.multishot.soak;

/** How a worker ends a shot. */
enum Answer {
  VALUE,
  FRESH_VALUE,
  VALUE_OF_SHOT,
  VALUE_OF_FUTURE,
  FAILURE,
  FAILURE_OF_FUTURE,
  CLOSE,
  CLOSE_OF_SHOT,
  /** The shot is left to a future, and taken back from it; the future completes later. */
  CLOSE_OF_FUTURE;

  /** How the receiver learns of it. */
  Ending ending() {
    return switch (this) {
      case VALUE, FRESH_VALUE, VALUE_OF_SHOT, VALUE_OF_FUTURE -> Ending.RECEIVED;
      case FAILURE, FAILURE_OF_FUTURE -> Ending.FAILED;
      case CLOSE, CLOSE_OF_SHOT, CLOSE_OF_FUTURE -> Ending.DISCONNECTED;
    };
  }

  /** Whether the shot is left to a future. */
  boolean isOfFuture() {
    return this == VALUE_OF_FUTURE || this == FAILURE_OF_FUTURE || this == CLOSE_OF_FUTURE;
  }

  boolean isValue() {
    return ending() == Ending.RECEIVED;
  }
}
