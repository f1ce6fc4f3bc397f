package io.multishot;

/** A pause in a loop that waits for a few steps of another thread, in a race that is rare. */
final class Pause {

  private Pause() {}

  /** Lets the other thread run, even if there is one processor, or one carrier. */
  @SuppressWarnings("ThreadPriorityCheck") // whoever is waited for is not blocked, but may be late
  static void brieflyForAnother() {
    Thread.yield();
  }
}
