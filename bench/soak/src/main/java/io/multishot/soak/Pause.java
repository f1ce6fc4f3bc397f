package io.multishot.soak;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ways to wait that depend on no channel. */
final class Pause {

  /** What parks takes some 50 microseconds at least. */
  private static final long SHORTEST_PARK = 60_000;

  private Pause() {}

  static void nanos(long nanos) {
    if (nanos >= SHORTEST_PARK) {
      LockSupport.parkNanos(nanos - SHORTEST_PARK + 1);
      return;
    }
    long end = System.nanoTime() + nanos;
    while (nanos > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Waits for what another thread will do soon, or until the harness has failed. */
  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  static void until(Harness harness, BooleanSupplier isDone) {
    boolean wasInterrupted = false;
    for (int looks = 0; !isDone.getAsBoolean(); looks++) {
      if (looks < 200) {
        Thread.onSpinWait();
      } else if (looks < 400) {
        Thread.yield();
      } else {
        wasInterrupted |= Thread.interrupted(); // or it would not park, and keep its carrier
        LockSupport.parkNanos(50_000);
        if (harness.hasFailed()) {
          throw new SoakFailure("gave up, because another thread failed");
        }
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
