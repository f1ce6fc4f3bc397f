package io.multishot.soak;

/** A handler for channels of every type. */
interface Inbox {

  /** The shot ended with a value of this {@link Image}. */
  void received(long image);

  /** The shot ended without a value. */
  void failed(Throwable failure);
}
