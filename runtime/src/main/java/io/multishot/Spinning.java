package io.multishot;

import org.jspecify.annotations.Nullable;

/**
 * How often a receiver looks before it parks.
 *
 * <p>To spin for about as long as a park and unpark would take is at most twice as slow as the
 * better of the two (Karlin et al., "Empirical Studies of Competitive Spinning", SOSP 1991). Where
 * it has not helped lately, because the replies take longer or more threads spin than there are
 * processors, less of it is done: success lengthens and failure shortens it, as in HotSpot's
 * monitors.
 */
final class Spinning {

  private static final boolean HAS_PROCESSORS = Runtime.getRuntime().availableProcessors() > 1;

  static final int MOST = setting(WaitPolicy.SPINS_PROPERTY, HAS_PROCESSORS ? 256 : 0);

  private static final int MOST_VIRTUAL =
      setting(WaitPolicy.VIRTUAL_SPINS_PROPERTY, HAS_PROCESSORS ? 64 : 0);

  /** What is tried even if it has not helped, so that it can be learned that it would. */
  private static final int LEAST = 16;

  private Spinning() {}

  /** Looks until there is an outcome, or looking more would not pay. */
  static @Nullable Object spin(MultiShotReceiver receiver, MultiShotSender cell) {
    Object seen = look(cell, limit(receiver.spins));
    receiver.spins = learn(receiver.spins, !cell.isLive(seen));
    return seen;
  }

  /** How often to look, after what was learned. */
  static int limit(int learned) {
    return Math.min(learned, most());
  }

  static int learn(int learned, boolean hasHelped) {
    int most = most();
    int tried = Math.min(learned, most);
    return hasHelped
        ? tried + Math.min(most - tried, most / 8)
        : Math.max(Math.min(LEAST, most), tried - most / 4);
  }

  private static int most() {
    return VirtualThreads.isCurrent() ? MOST_VIRTUAL : MOST;
  }

  static @Nullable Object look(MultiShotSender cell, int times) {
    Object seen = cell.stateAcquire();
    for (int left = times; left > 0 && cell.isLive(seen); left--) {
      Thread.onSpinWait();
      seen = cell.stateAcquire();
    }
    return seen;
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
