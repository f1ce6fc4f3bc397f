package io.multishot.contract;

import static io.multishot.contract.TestThreads.PATIENCE;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;

/** Whether the garbage collector finds that nobody holds an object. */
final class Collected {

  private Collected() {}

  /**
   * Collects until it is, or patience ends: a class that is being compiled just now is held by the
   * compiler, on a machine that is busy for seconds.
   */
  static boolean isSoon(WeakReference<?> reference) {
    long start = System.nanoTime();
    for (int collections = 0; System.nanoTime() - start < PATIENCE.toNanos(); collections++) {
      System.gc();
      if (reference.refersTo(null)) {
        return true;
      }
      LockSupport.parkNanos(1_000_000L * Math.min(collections, 100));
    }
    return false;
  }
}
