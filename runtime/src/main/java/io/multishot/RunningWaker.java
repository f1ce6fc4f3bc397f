package io.multishot;

import org.jspecify.annotations.Nullable;

/** The mark that the receiver leaves in place of an abandon waker while it runs that. */
final class RunningWaker implements Waker {

  private @Nullable Thread thread;

  /** Called by the thread that is to run the waker, before others see the mark. */
  void begin() {
    thread = Thread.currentThread();
  }

  boolean isByCurrentThread() {
    return thread == Thread.currentThread();
  }

  /** Not called: it is a mark only. */
  @Override
  public void wake() {
    throw new UnsupportedOperationException();
  }
}
