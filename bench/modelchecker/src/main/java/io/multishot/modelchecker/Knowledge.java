package io.multishot.modelchecker;

/**
 * What a thread knows of the others, and hands on by a release.
 *
 * @param clock what happened before
 * @param written the stores that happened before: nobody reads one that they overwrite
 * @param seen as {@code written}, and what coherent loads that happened before have returned: no
 *     coherent load returns an older one
 */
record Knowledge(Clock clock, View written, View seen) {

  static Knowledge none(int threads) {
    return new Knowledge(new Clock(threads), new View(), new View());
  }

  void learn(Knowledge other) {
    clock.join(other.clock);
    written.join(other.written);
    seen.join(other.seen);
  }

  Knowledge copy() {
    return new Knowledge(clock.copy(), written.copy(), seen.copy());
  }
}
