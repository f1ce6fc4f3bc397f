package io.multishot.soak;

/** A permutation of the 64-bit numbers whose bits depend on each other (SplitMix64's). */
final class Mix {

  private Mix() {}

  static long of(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
