package io.multishot.faults.trial;

/** A handler, whatever the channel's type. */
interface Told {
  void received(long value);

  void failed(Throwable failure);
}
