package io.multishot.soak;

/** How a requester waits for an outcome. */
enum Wait {
  RECEIVE,
  RECEIVE_UNINTERRUPTIBLY,
  RECEIVE_TIMED,
  AWAIT,
  AWAIT_TIMED,
  POLL,
  WAKER,
  WAKER_THEN_RECEIVE,
  WAKER_WITHDRAWN,
  HANDLER,
  HANDLER_BY_EXECUTOR,
  HANDLER_THAT_THROWS,
  /** By an executor that refuses, runs too late or too often, or is another one each time. */
  HANDLER_BY_FAULTY_EXECUTOR,
  /** By an event loop, which owns the receiver and goes on with it meanwhile. */
  HANDLER_IN_LOOP,
  HANDLER_WITHDRAWN,
  FUTURE,
  FUTURE_WITHDRAWN
}
