package io.multishot.soak;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An executor whose one thread is of the harness. */
final class Tasks implements Executor, Harness.Role {

  private final Harness harness;
  private final BooleanSupplier isOver;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  Tasks(Harness harness, BooleanSupplier isOver) {
    this.harness = harness;
    this.isOver = isOver;
  }

  @Override
  public void execute(Runnable task) {
    queue.add(task);
  }

  @Override
  public void play() throws InterruptedException {
    while (!harness.hasFailed()) {
      boolean wasOver = isOver.getAsBoolean();
      Runnable task = queue.poll(1, TimeUnit.MILLISECONDS);
      if (task == null && wasOver) {
        return;
      }
      if (task != null) {
        run(task);
      }
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException thrown) {
      harness.surface(thrown);
    }
  }
}
