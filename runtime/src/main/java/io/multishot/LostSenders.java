package io.multishot;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * In checked mode: fails the shots whose senders are garbage. There is no thread for it: whoever
 * arms a sender, of any channel, does it, and whoever is blocked, now and then.
 */
final class LostSenders {

  static final ReferenceQueue<MultiShotSender> QUEUE = new ReferenceQueue<>();

  /** For how long a blocked receiver sleeps before it looks, in nanoseconds. */
  static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);

  /** After how many slices the collector is asked to look; then twice as many, and so on. */
  private static final int SLICES_BEFORE_COLLECTION = 10;

  /** However many receivers are blocked. */
  private static final long LEAST_BETWEEN_COLLECTIONS = TimeUnit.SECONDS.toNanos(1);

  /** Whether the thread is in {@link #drain()}. */
  private static final ThreadFlag IS_DRAINING = new ThreadFlag();

  private static long nextCollection = System.nanoTime();

  /** Those that could not be failed for want of memory. */
  private static volatile @Nullable Loan postponed;

  private LostSenders() {}

  /**
   * Fails the shots of all that are known to be lost. Runs whoever waits for them; of these each
   * may arm again, which leaves the rest to the thread that is at it already, or the stack would
   * grow with their number.
   */
  static void drain() {
    boolean[] isDraining = IS_DRAINING.get();
    if (!isDraining[0]) {
      isDraining[0] = true;
      try {
        drainAll();
      } finally {
        isDraining[0] = false;
      }
    }
  }

  /** By a receiver that is blocked, too, perhaps in what the draining thread runs. */
  private static void drainAll() {
    if (postponed != null) {
      Loan first = takePostponed();
      while (first != null) {
        Loan following = first.again;
        first.again = null;
        fail(first);
        first = following;
      }
    }
    Reference<? extends MultiShotSender> found = QUEUE.poll();
    while (found != null) {
      fail((Loan) found);
      found = QUEUE.poll();
    }
  }

  /**
   * Called by a receiver that is blocked, after each slice of its wait. The collector may have no
   * reason to look for garbage by itself, where all wait.
   *
   * @param slices how many there were
   */
  static void drainWhileBlocked(int slices) {
    if (slices >= SLICES_BEFORE_COLLECTION
        && slices % SLICES_BEFORE_COLLECTION == 0
        && Integer.bitCount(slices / SLICES_BEFORE_COLLECTION) == 1) {
      collect();
    }
    drainAll();
  }

  private static void collect() {
    if (mayCollect()) {
      System.gc();
    }
  }

  private static synchronized boolean mayCollect() {
    long now = System.nanoTime();
    if (now - nextCollection < 0) {
      return false;
    }
    nextCollection = now + LEAST_BETWEEN_COLLECTIONS;
    return true;
  }

  private static void fail(Loan lost) {
    if (!lost.lose()) {
      postpone(lost);
    }
  }

  private static synchronized void postpone(Loan lost) {
    lost.again = postponed;
    postponed = lost;
  }

  private static synchronized @Nullable Loan takePostponed() {
    Loan taken = postponed;
    postponed = null;
    return taken;
  }
}
