package io.multishot.modelchecker;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: passed to one thread, which waits for it. */
final class Baton {

  private static final int LOOKS = 20;

  private volatile boolean isHere;
  private volatile @Nullable Thread waiting;

  void pass() {
    isHere = true;
    Thread parked = waiting;
    if (parked != null) {
      LockSupport.unpark(parked);
    }
  }

  void await() {
    for (int left = LOOKS; left > 0 && !isHere; left--) {
      Thread.onSpinWait();
    }
    if (!isHere) {
      waiting = Thread.currentThread();
      while (!isHere) {
        LockSupport.park(this);
      }
      waiting = null;
    }
    isHere = false;
  }
}
