package io.multishot.bench;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.MpscArrayQueue;

/**
 * An event loop: one thread, which spins on a queue of tasks and never parks. It allocates nothing,
 * so that what a task allocates can be told.
 */
final class SpinningExecutor extends AbstractExecutorService {

  private static final int CAPACITY = 64;

  private final MpscArrayQueue<Runnable> tasks = new MpscArrayQueue<>(CAPACITY);
  private final Thread thread = new Thread(this::runAll, "loop");
  private volatile boolean stopped;

  SpinningExecutor() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    if (!tasks.offer(task)) {
      throw new RejectedExecutionException("the queue is full");
    }
  }

  private void runAll() {
    while (!stopped) {
      Runnable task = tasks.poll();
      if (task != null) {
        task.run();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void shutdown() {
    stopped = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    stopped = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return stopped;
  }

  @Override
  public boolean isTerminated() {
    return !thread.isAlive();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    unit.timedJoin(thread, timeout);
    return isTerminated();
  }
}
