package io.multishot.faults.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** An executor that keeps its tasks until they are asked for. */
final class Tasks implements Executor {

  private final Deque<Runnable> queued = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    queued.add(task);
  }

  boolean isEmpty() {
    return queued.isEmpty();
  }

  void runOne() {
    queued.remove().run();
  }
}
