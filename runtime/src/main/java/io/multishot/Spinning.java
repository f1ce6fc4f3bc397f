package io.multishot;

import org.jspecify.annotations.Nullable;

/**
 * How long a receiver spins before it parks.
 *
 * <p>To spin for about as long as a park and unpark would take is at most twice as slow as the
 * better of the two (Karlin et al., "Empirical Studies of Competitive Spinning", SOSP 1991). It is
 * in vain where the replies take longer, or where more threads spin than there are processors.
 * Hence the spin estimate, which adapts from wait to wait, as in HotSpot's monitors: where spinning
 * has helped, the next wait spins for as long as makes sense at all; whenever it has not, the next
 * spins a little less; and where it comes down to nothing, only one wait in {@value
 * #PROBE_INTERVAL} probes again. A new receiver parks until then.
 *
 * <p>The estimate is a number that the receiver keeps: how many spins to do next; or, negative, how
 * many waits have not spun at all. The owners of a slab's shots share one. There a spin that has
 * helped says little of the next, which is another's: such an estimate is down after a few in vain,
 * and one owner at a time probes. With 8 owners on two processors that halved what a request takes.
 */
final class Spinning {

  private static final boolean HAS_PROCESSORS = Runtime.getRuntime().availableProcessors() > 1;

  private static final int MAX_SPINS =
      setting(WaitPolicy.SPINS_PROPERTY, HAS_PROCESSORS ? 2048 : 0);

  private static final int MAX_VIRTUAL_SPINS =
      setting(WaitPolicy.VIRTUAL_SPINS_PROPERTY, HAS_PROCESSORS ? 64 : 0);

  private static final int PROBE_INTERVAL = 32;

  /** So many spins in vain, one after the other, are enough for waiters that share an estimate. */
  private static final int SHARED_STEPS = 4;

  /** A pause takes about as long as reading so many cells. */
  private static final int READS_PER_PAUSE = 8;

  private Spinning() {}

  /** Spins until there is an outcome, or spinning more would not pay. */
  static @Nullable Object awaitOutcome(MultiShotReceiver receiver, MultiShotSender cell) {
    int max = maxSpins();
    int spins = spins(receiver.spins, max);
    Object seen = spin(cell, spins);
    int adapted = adapt(receiver.spins, spins, max, !cell.isLive(seen));
    if (adapted != receiver.spins) { // it may share its cache line with another thread's receiver
      receiver.spins = adapted;
    }
    return spins > 0 && cell.isLive(seen) && yieldCarrier() ? cell.stateAcquire() : seen;
  }

  /**
   * Lets another virtual thread have this one's carrier for a while, which is cheaper than to park
   * if it is the sender that waits for it.
   *
   * @return {@code false} if this thread is none
   */
  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  static boolean yieldCarrier() {
    boolean isVirtual = VirtualThreads.isCurrent();
    if (isVirtual) {
      Thread.yield();
    }
    return isVirtual;
  }

  static @Nullable Object spin(MultiShotSender cell, int times) {
    Object seen = cell.stateAcquire();
    for (int left = times; left > 0 && cell.isLive(seen); left--) {
      Thread.onSpinWait();
      seen = cell.stateAcquire();
    }
    return seen;
  }

  /** How many spins make sense at all, on this thread. */
  static int maxSpins() {
    return VirtualThreads.isCurrent() ? MAX_VIRTUAL_SPINS : MAX_SPINS;
  }

  /** How many spins to do, after the estimate. */
  static int spins(int estimate, int max) {
    return estimate <= -PROBE_INTERVAL ? max : Math.max(0, Math.min(estimate, max));
  }

  /** How many rounds over so many cells take as long as {@code spins} of one. */
  static int rounds(int spins, int cells) {
    return (int) ((long) spins * (READS_PER_PAUSE + 1) / (READS_PER_PAUSE + cells));
  }

  /** The estimate after a wait with so many spins. */
  static int adapt(int estimate, int spins, int max, boolean hasHelped) {
    return adapt(estimate, spins, max, hasHelped, PROBE_INTERVAL);
  }

  /** The same for an estimate that waiters share, see {@link Slab#spins}. */
  static int adaptShared(int estimate, int spins, int max, boolean hasHelped) {
    return adapt(estimate, spins, max, hasHelped, SHARED_STEPS);
  }

  private static int adapt(int estimate, int spins, int max, boolean hasHelped, int steps) {
    if (spins == 0) {
      return estimate - 1;
    }
    if (hasHelped) {
      return max;
    }
    boolean wasProbe = estimate < 0;
    return wasProbe ? 0 : Math.max(0, spins - Math.max(1, max / steps));
  }

  private static int setting(String property, int otherwise) {
    String given = System.getProperty(property);
    if (given == null) {
      return otherwise;
    }
    try {
      int spins = Integer.parseInt(given.trim());
      if (spins >= 0) {
        return spins;
      }
    } catch (NumberFormatException e) {
      // told below, as for a negative one
    }
    throw new IllegalArgumentException(
        "the system property " + property + " must be a whole number, 0 or more, and is " + given);
  }
}
