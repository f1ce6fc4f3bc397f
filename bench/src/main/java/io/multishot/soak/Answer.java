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
  CLOSE_OF_SHOT;

  /** How the receiver learns of it. */
  Ending ending() {
    return switch (this) {
      case VALUE, FRESH_VALUE, VALUE_OF_SHOT, VALUE_OF_FUTURE -> Ending.RECEIVED;
      case FAILURE, FAILURE_OF_FUTURE -> Ending.FAILED;
      case CLOSE, CLOSE_OF_SHOT -> Ending.DISCONNECTED;
    };
  }

  boolean isValue() {
    return ending() == Ending.RECEIVED;
  }
}
