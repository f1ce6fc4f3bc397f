package io.multishot.faults.trial;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread that does something as soon as another is parked. */
final class Helper {

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(Waiting.PATIENCE_MILLIS);

  private static final Helper INSTANCE = new Helper();

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private volatile @Nullable Thread observed;
  private volatile @Nullable Runnable action;
  private volatile @Nullable Runnable rescue;

  private Helper() {
    Thread thread = new Thread(this::serve, "helper");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((any, thrown) -> {}); // users' wakers throw
    thread.start();
  }

  /**
   * Runs something on another thread once the current one is parked.
   *
   * @param action what to run
   * @param rescue what ends {@code wait} if that has not
   * @param wait what parks
   */
  static void whileParked(Runnable action, Runnable rescue, Waiting.Wait wait) throws Exception {
    INSTANCE.start(action, rescue);
    try {
      wait.run();
    } finally {
      INSTANCE.stop();
    }
  }

  private void start(Runnable newAction, Runnable newRescue) {
    action = newAction;
    rescue = newRescue;
    observed = Thread.currentThread();
    begun.release();
  }

  private void stop() {
    observed = null;
    ended.acquireUninterruptibly();
  }

  private void serve() {
    while (true) {
      begun.acquireUninterruptibly();
      Thread thread = observed;
      while (thread != null && !isParked(thread)) {
        thread = observedAgain();
      }
      if (thread != null) {
        run(action);
        if (!isDone()) {
          thread.interrupt();
          if (!isDone()) {
            run(rescue);
          }
        }
      }
      ended.release();
    }
  }

  /** Whether the other thread has come to its end, within a time that is more than enough. */
  private boolean isDone() {
    long begin = System.nanoTime();
    while (observedAgain() != null) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private @Nullable Thread observedAgain() {
    Thread.yield();
    return observed;
  }

  private static void run(@Nullable Runnable due) {
    try {
      if (due != null) {
        due.run();
      }
    } catch (RuntimeException | Error thrown) {
      // the other thread is not woken, then, and it is found out
    }
  }

  private static boolean isParked(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
