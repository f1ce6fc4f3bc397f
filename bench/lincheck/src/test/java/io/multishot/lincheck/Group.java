package io.multishot.lincheck;

import io.multishot.Waker;

/** Several receivers to wait for, in the words of {@link io.multishot.ReceiverGroup}. */
interface Group {

  int pollAny(Waker waker);

  int awaitAny() throws InterruptedException;

  boolean pollAll(Waker waker);

  void awaitAll() throws InterruptedException;

  void withdraw();
}
