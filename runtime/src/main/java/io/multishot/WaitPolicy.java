package io.multishot;

/**
 * How a receiver waits in {@code receive} and {@code await} for an outcome that is not there yet.
 * It is declared with the channel: {@link MultiShot#waitPolicy}.
 *
 * <p>Two system properties, read once, say how many spins {@link #SPIN_THEN_PARK} does at most
 * before it parks: {@value #SPINS_PROPERTY} on platform threads and {@value
 * #VIRTUAL_SPINS_PROPERTY} on virtual ones. Each is a whole number, 0 or more; one spin lasts 10 to
 * 50 nanoseconds. On a machine with one processor both are 0 by default: the sender could not run
 * meanwhile.
 */
public enum WaitPolicy {
  /**
   * Spins for about as long as parking would take, then parks. Where spinning has not helped lately
   * it parks at once, and probes again now and then. For most uses.
   */
  SPIN_THEN_PARK,

  /** Parks at once. For replies that take long, and for many threads on few processors. */
  PARK,

  /**
   * Never parks: keeps a processor busy until there is an outcome. For a pair of threads with a
   * processor of its own each. A virtual thread has none of its own, and waits as with {@link
   * #SPIN_THEN_PARK}: the sender may need its carrier.
   */
  BUSY_SPIN;

  static final String SPINS_PROPERTY = "io.multishot.spins";
  static final String VIRTUAL_SPINS_PROPERTY = "io.multishot.virtualSpins";
}
