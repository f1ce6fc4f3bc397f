package io.multishot.soak;

import io.multishot.Waker;

/**
 * A waker of a class that is loaded for it alone. Each new one belies what the just-in-time
 * compiler has assumed of all wakers, and makes it throw away code that is running.
 */
final class LoadedWaker implements Waker {

  private final Waker waker;

  LoadedWaker(Waker waker) {
    this.waker = waker;
  }

  /** Does what another waker does, in a class of its own. */
  static Waker of(Waker waker) {
    try {
      return (Waker) HiddenCopy.of(LoadedWaker.class, Waker.class, Waker.class).invokeExact(waker);
    } catch (Throwable impossible) {
      throw new LinkageError("cannot load a waker", impossible);
    }
  }

  @Override
  public void wake() {
    waker.wake();
  }
}
