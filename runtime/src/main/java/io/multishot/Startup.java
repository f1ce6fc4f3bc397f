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

  private static final int CHANNELS = 1;
  private static final int SLABS = 2;
  private static final int SEATS = 4;

  /** A bit for each part. */
  private static volatile int done;

  private static boolean isOn;

  private Startup() {}

  /**
   * Called by every {@code open()}.
   *
   * @throws StackOverflowError if the stack has no room for it; the next call tries again
   */
  static void ensure() {
    ensure(CHANNELS);
  }

  /** Called by every {@code open()} of a slab, as {@link #ensure()} is by that of a channel. */
  static void ensureForSlabs() {
    ensure();
    ensure(SLABS);
  }

  /** Called before each seat is made. */
  static void ensureForSeats() {
    ensure();
    ensure(SEATS);
  }

  private static void ensure(int part) {
    if ((done & part) == 0) {
      start(part);
    }
  }

  private static synchronized void start(int part) {
    if (isOn || (done & part) != 0) { // the rehearsal opens channels itself
      return;
    }
    Headroom.probeForStart();
    boolean interrupted = Thread.interrupted();
    isOn = true;
    try {
      switch (part) {
        case CHANNELS -> Rehearsal.play();
        case SLABS -> SlabRehearsal.play();
        default -> Rehearsal.playSeat();
      }
      done |= part;
    } finally {
      isOn = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
