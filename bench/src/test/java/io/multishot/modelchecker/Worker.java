package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/** A real thread that plays one actor of each execution. */
final class Worker extends Thread {

  final Baton turn = new Baton();
  @Nullable Actor actor;
  private volatile boolean isOver;

  Worker(String name) {
    super(name);
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
