package io.multishot.faults.trial;

import java.util.Arrays;
import java.util.List;

/** Goes down to the end of a stack, and tries an operation at each depth on the way up. */
final class Descent implements Thread.UncaughtExceptionHandler {

  /** So often in a row an operation must have had room. */
  private static final int SUCCESSES = 20;

  private final Attempt[] trials;
  private int tried;
  private int successes;

  /** Whether an overflow has gone to the uncaught exception handler. */
  private boolean wasUncaught;

  private Descent(Attempt[] trials) {
    this.trials = trials;
  }

  /**
   * Tries as many as there are, or until they have had room.
   *
   * @param stackSize in bytes; 0 for the virtual machine's own
   */
  static Descent run(Attempt[] trials, long stackSize) throws InterruptedException {
    Descent descent = new Descent(trials);
    Thread thread = new Thread(null, descent::descend, "deep", stackSize);
    thread.setUncaughtExceptionHandler(descent);
    thread.start();
    thread.join();
    return descent;
  }

  boolean hasHadRoom() {
    return successes >= SUCCESSES;
  }

  /** Those that were run. */
  List<Attempt> tried() {
    return Arrays.asList(trials).subList(0, tried);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    wasUncaught |= thrown instanceof StackOverflowError;
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack ends
  private void descend() {
    try {
      descend();
    } catch (StackOverflowError overflow) {
      if (tried < trials.length && successes < SUCCESSES) {
        next();
      }
      if (tried < trials.length && successes < SUCCESSES) {
        throw overflow;
      }
    }
  }

  private void next() {
    Attempt trial = trials[tried];
    wasUncaught = false;
    tried++;
    trial.run();
    boolean isSuccess = !(trial.thrown() instanceof StackOverflowError) && !wasUncaught;
    successes = isSuccess ? successes + 1 : 0;
  }
}
