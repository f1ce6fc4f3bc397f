package io.multishot.soak;

/** How a hot loop receives. */
enum Receipt {
  RECEIVE,
  RECEIVE_UNINTERRUPTIBLY,
  RECEIVE_TIMED,
  AWAIT_AND_TAKE,
  POLL_AND_TAKE
}
