package io.multishot;

import org.jspecify.annotations.Nullable;

/**
 * How often a receiver looks before it parks.
 *
 * <p>To spin for about as long as a park and unpark would take is at most twice as slow as the
 * better of the two (Karlin et al., "Empirical Studies of Competitive Spinning", SOSP 1991). It is
 * in vain where the replies take longer, or where more threads spin than there are processors.
 * Hence what is learned from wait to wait, as in HotSpot's monitors: where looking has helped, the
 * next wait looks as often as makes sense at all; whenever it has not, the next looks a little less
 * often; and where it comes down to nothing, only one wait in {@value #TRIAL_INTERVAL} tries again.
 * A new receiver parks until then.
 *
 * <p>What was learned is a number that the receiver keeps: how often to look next; or, negative,
 * how many waits have not looked at all.
 */
final class Spinning {

  private static final boolean HAS_PROCESSORS = Runtime.getRuntime().availableProcessors() > 1;

  private static final int MOST = setting(WaitPolicy.SPINS_PROPERTY, HAS_PROCESSORS ? 2048 : 0);

  private static final int MOST_VIRTUAL =
      setting(WaitPolicy.VIRTUAL_SPINS_PROPERTY, HAS_PROCESSORS ? 64 : 0);

  private static final int TRIAL_INTERVAL = 32;

  private Spinning() {}

  /** Looks until there is an outcome, or looking more would not pay. */
  static @Nullable Object spin(MultiShotReceiver receiver, MultiShotSender cell) {
    int most = most();
    int looks = looks(receiver.spins, most);
    Object seen = look(cell, looks);
    int learned = learn(receiver.spins, looks, most, !cell.isLive(seen));
    if (learned != receiver.spins) { // it may share its cache line with another thread's receiver
      receiver.spins = learned;
    }
    return looks > 0 && cell.isLive(seen) && yieldCarrier() ? cell.stateAcquire() : seen;
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

  static @Nullable Object look(MultiShotSender cell, int times) {
    Object seen = cell.stateAcquire();
    for (int left = times; left > 0 && cell.isLive(seen); left--) {
      Thread.onSpinWait();
      seen = cell.stateAcquire();
    }
    return seen;
  }

  /** How often looking makes sense at all, on this thread. */
  static int most() {
    return VirtualThreads.isCurrent() ? MOST_VIRTUAL : MOST;
  }

  /** How often to look, after what was learned. */
  static int looks(int learned, int most) {
    return learned <= -TRIAL_INTERVAL ? most : Math.max(0, Math.min(learned, most));
  }

  /** What is known after a wait that looked so often. */
  static int learn(int learned, int looks, int most, boolean hasHelped) {
    if (looks == 0) {
      return learned - 1;
    }
    if (hasHelped) {
      return most;
    }
    boolean wasTrial = learned < 0;
    return wasTrial ? 0 : Math.max(0, looks - Math.max(1, most / TRIAL_INTERVAL));
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
