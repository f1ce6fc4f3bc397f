package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/**
 * A small concurrent program, to be run in every way in which it can run.
 *
 * <p>It must be a class with a name and a constructor that takes strings only, if anything, and do
 * the same thing whenever it is run: no random numbers, no static variables, no I/O. It is loaded
 * anew, together with what it uses of the checked packages, by the checker's class loader.
 */
public interface Scenario {

  /** Makes the objects and names the threads. Runs before them, and happens-before them. */
  void setUp(Actors actors) throws Exception;

  /** Where a scenario names its threads. */
  interface Actors {

    /**
     * Adds a thread.
     *
     * @param body what it does; whatever it throws is a failure
     * @return the thread that will run it, to be interrupted or unparked; not to be started
     */
    Thread add(String name, Body body);

    /**
     * Says what to do when all threads have ended, which happens-before it.
     *
     * @param outcome checks the end state, and tells it
     */
    void atEnd(Outcome outcome);
  }

  /** What a thread does. */
  @FunctionalInterface
  interface Body {
    void run() throws Throwable;
  }

  /** What is looked at when all threads have ended. */
  @FunctionalInterface
  interface Outcome {
    @Nullable Object tell() throws Throwable;
  }

  /** To be thrown where the checked code hands it to the uncaught exception handler. */
  final class Tolerated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public Tolerated(String message) {
      super(message);
    }
  }
}
