package io.multishot.lincheck;

import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Another thread of a scenario. What it throws is thrown where it is waited for. */
final class Opponent implements Runnable {

  private final Part part;
  private final Thread thread; // not a subclass, whose calls of join() Lincheck would not notice
  private @Nullable Throwable uncaught;
  private @Nullable Throwable failure;

  private Opponent(Part part) {
    this.part = part;
    thread = new Thread(this);
    thread.setUncaughtExceptionHandler((thread, thrown) -> noteUncaught(thrown));
  }

  @FunctionalInterface
  interface Part {

    void play() throws Exception;
  }

  static Opponent starts(Part part) {
    Opponent opponent = new Opponent(part);
    opponent.thread.start();
    return opponent;
  }

  @Override
  public void run() {
    try {
      part.play();
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  /** Waits until it has played its part, undisturbed by interrupts, which stay pending. */
  void finish() {
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw new AssertionError("in the other thread", failure);
    }
  }

  /** What reached the thread's uncaught exception handler, without ending it. */
  @Nullable Throwable uncaught() {
    return uncaught;
  }

  private void noteUncaught(Throwable thrown) {
    if (thrown instanceof RejectedExecutionException) {
      return; // by an executor of the scenario's
    }
    if (uncaught != null) {
      failure = new AssertionError("more than one was uncaught", thrown);
    }
    uncaught = thrown;
  }
}
