package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/**
 * A real thread that plays one actor of each execution: when it has its turn, or as the checker.
 */
final class Worker extends Thread {

  final Baton turn = new Baton();
  @Nullable Actor actor;
  private final @Nullable Runnable check;
  private volatile boolean isOver;

  /**
   * Makes a daemon thread, not yet started.
   *
   * @param check what it does, and plays the first actor meanwhile; {@code null} for the others
   */
  Worker(String name, @Nullable Runnable check) {
    super(name);
    this.check = check;
    setDaemon(true);
  }

  /** The actor that the current thread plays; {@code null} outside executions. */
  static @Nullable Actor current() {
    return Thread.currentThread() instanceof Worker worker ? worker.actor : null;
  }

  void end() {
    isOver = true;
    turn.pass();
  }

  @Override
  public void run() {
    if (check != null) {
      check.run();
    } else {
      playInTurn();
    }
  }

  private void playInTurn() {
    while (true) {
      turn.await();
      if (isOver) {
        return;
      }
      Actor playing = actor;
      if (playing == null) {
        throw new AssertionError("a turn without an actor");
      }
      playing.execution.play(playing);
    }
  }

  @Override
  public String toString() {
    return "thread " + getName();
  }
}
