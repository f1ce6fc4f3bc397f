package io.multishot.proof;

/** How much is explored: a build has time for some of it, the profile "deep" for all. */
final class Depth {

  static final boolean IS_DEEP = Integer.getInteger("proof.depth", 1) > 1;

  /** Of what a build does not do whole, it does one in so many. */
  private static final int SHARE = 3;

  private Depth() {}

  /** How many preemptions where the states are many. */
  static int preemptions() {
    return IS_DEEP ? 2 : 1;
  }

  /** Whether there is time for what is so named. */
  static boolean isTried(String name) {
    return IS_DEEP || Math.floorMod(name.hashCode(), SHARE) == 0;
  }
}
