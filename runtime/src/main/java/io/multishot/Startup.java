package io.multishot;

/**
 * Has all that a shot may need loaded, initialized and linked before the first channel is open.
 *
 * <p>A first use in the middle of a wait could take the permit that a sender gave, for loading a
 * class may park (JDK-8074773). Near the stack's end it is worse: a class whose initializer
 * overflows the stack can never be used again, and on Java 17 that goes for the classes of
 * VarHandles, for the whole process. So the first {@code open()} makes sure that there is room, and
 * then goes through one of everything.
 */
final class Startup {

  private static volatile boolean isDone;
  private static volatile boolean isDoneForSlabs;
  private static boolean isOn;

  private Startup() {}

  /**
   * Called by every {@code open()}.
   *
   * @throws StackOverflowError if the stack has no room for it; the next call tries again
   */
  static void ensure() {
    if (!isDone) {
      start(false);
    }
  }

  /** Called by every {@code open()} of a slab, as {@link #ensure} is by that of a channel. */
  static void ensureForSlabs() {
    ensure();
    if (!isDoneForSlabs) {
      start(true);
    }
  }

  private static synchronized void start(boolean forSlabs) {
    if (isOn || (forSlabs ? isDoneForSlabs : isDone)) { // the rehearsal opens channels itself
      return;
    }
    Headroom.probeForStart();
    boolean interrupted = Thread.interrupted();
    isOn = true;
    try {
      if (forSlabs) {
        SlabRehearsal.play();
        isDoneForSlabs = true;
      } else {
        Rehearsal.play();
        isDone = true;
      }
    } finally {
      isOn = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
