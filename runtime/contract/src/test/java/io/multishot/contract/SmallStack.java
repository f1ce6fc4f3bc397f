package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A thread on whose stack some thousand frames have no room. */
final class SmallStack {

  private static final long BYTES = 512 * 1024;

  private SmallStack() {}

  /** Runs a task there, and returns what it threw and what was thrown in the midst of it. */
  static List<Throwable> run(Runnable task) throws InterruptedException {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    Thread thread = new Thread(null, task, "small stack", BYTES);
    thread.setUncaughtExceptionHandler((current, uncaught) -> thrown.add(uncaught));
    thread.start();
    TimeUnit.MILLISECONDS.timedJoin(thread, TestThreads.PATIENCE.toMillis());
    assertEquals(Thread.State.TERMINATED, thread.getState());
    return thrown;
  }
}
