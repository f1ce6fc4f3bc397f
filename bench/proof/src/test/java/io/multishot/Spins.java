package io.multishot;

/** Has a receiver look before it parks, as every 32nd does by itself. */
public final class Spins {

  private static final int TRIAL_IS_DUE = -32;

  private Spins() {}

  /** Makes the next wait look as often as makes sense at all. */
  public static void makeNextATrial(MultiShotReceiver receiver) {
    receiver.spins = TRIAL_IS_DUE;
  }

  /** The same, for the next wait for a shot of a slab. */
  public static void makeNextATrial(Slab<?, ?> slab) {
    slab.spins = TRIAL_IS_DUE;
  }
}
