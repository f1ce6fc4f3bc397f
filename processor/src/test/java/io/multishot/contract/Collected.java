package io.multishot.contract;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;

/** Whether the garbage collector finds that nobody holds an object. */
final class Collected {

  private Collected() {}

  static boolean isSoon(WeakReference<?> reference) {
    for (int collections = 0; collections < 20; collections++) {
      System.gc();
      if (reference.refersTo(null)) {
        return true;
      }
      LockSupport.parkNanos(1_000_000L * collections); // what is unloaded is so a little later
    }
    return false;
  }
}
