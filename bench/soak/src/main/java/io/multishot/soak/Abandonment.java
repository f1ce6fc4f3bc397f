package io.multishot.soak;

/** Whether, and how, a requester leaves a shot without taking its outcome. */
enum Abandonment {
  NOT,
  /** When the outcome is there. */
  DROP,
  /** The same, by arming the next shot. */
  REARM,
  /** Whether or not it is there. */
  RENEW,
  CLOSE,
  CANCEL,
  FUTURE_TIMEOUT,
  FUTURE_COMPLETED;

  /** Whether it needs no outcome. */
  boolean isImpatient() {
    return this != NOT && this != DROP && this != REARM;
  }
}
