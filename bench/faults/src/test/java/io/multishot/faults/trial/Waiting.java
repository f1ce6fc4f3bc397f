package io.multishot.faults.trial;

import org.jspecify.annotations.Nullable;

/** A thread that is blocked until an outcome comes. */
final class Waiting {

  /** What blocks. */
  @FunctionalInterface
  interface Wait {
    void run() throws Exception;
  }

  /** How it ended. */
  enum End {
    WOKEN,
    /** It was parked, long after it should have been woken, and has been interrupted. */
    PARKED,
    /** The same, but less long after: so many were parked by now that nobody waits for more. */
    UNKNOWN
  }

  /** More than enough, on a busy machine as well. */
  static final long PATIENCE_MILLIS = 3000;

  private static final long IMPATIENCE_MILLIS = 50;

  /** Each costs the whole patience. */
  private static final int ENOUGH = 8;

  private static volatile int parked;

  private final Thread thread;
  private volatile @Nullable Throwable thrown;

  private Waiting(Wait wait) {
    thread =
        new Thread(
            () -> {
              try {
                wait.run();
              } catch (Throwable any) {
                thrown = any;
              }
            },
            "waiting");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts a thread, and returns when it is parked, or has ended. */
  static Waiting start(Wait wait) {
    Waiting waiting = new Waiting(wait);
    awaitParked(waiting.thread);
    return waiting;
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private static void awaitParked(Thread thread) {
    Thread.State state = thread.getState();
    while (state != Thread.State.WAITING
        && state != Thread.State.TIMED_WAITING
        && state != Thread.State.TERMINATED) {
      Thread.yield();
      state = thread.getState();
    }
  }

  /** Waits for its end, which it brings about if need be. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
  End join() throws InterruptedException {
    boolean isPatient = parked < ENOUGH;
    thread.join(isPatient ? PATIENCE_MILLIS : IMPATIENCE_MILLIS);
    if (!thread.isAlive()) {
      return End.WOKEN;
    }
    thread.interrupt();
    thread.join();
    parked++;
    return isPatient ? End.PARKED : End.UNKNOWN;
  }

  /** What the wait has thrown. */
  @Nullable Throwable thrown() {
    return thrown;
  }
}
