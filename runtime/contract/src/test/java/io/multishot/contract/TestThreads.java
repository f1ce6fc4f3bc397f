package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.Threads;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The other threads of a test: joined at its end, and what they throw is thrown there. */
final class TestThreads implements AutoCloseable {

  /** After so long, something hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Thread> started = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

  /** What a thread does. */
  interface Task {
    void run() throws Exception;
  }

  Thread start(Task task) {
    Thread thread = new Thread(body(task));
    started.add(thread);
    thread.start();
    return thread;
  }

  Thread startVirtual(Task task) {
    Thread thread = Threads.VIRTUAL.start(body(task));
    started.add(thread);
    return thread;
  }

  private Runnable body(Task task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable t) {
        thrown.compareAndSet(null, t);
      }
    };
  }

  /**
   * Waits until {@code thread} is parked in a receive, and holds no lock to wake from by itself.
   */
  static void awaitParked(Thread thread) {
    await(
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  /** Waits until {@code thread} is inside a wait of ours, parked or not. */
  static void awaitWaiting(Thread thread) {
    await(
        () ->
            Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("io.multishot.Blocking")));
  }

  /** For how long the thread has had a processor, in nanoseconds. */
  static long processorTime(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  /** Keeps a processor busy for so long. In contrast to sleeping, it tells what others could do. */
  static void work(Duration time) {
    long start = processorTime(Thread.currentThread());
    while (processorTime(Thread.currentThread()) - start < time.toNanos()) {
      Thread.onSpinWait();
    }
  }

  static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a task on this thread, and returns what reached its uncaught exception handler. */
  static List<Throwable> catchingUncaught(Runnable task) {
    List<Throwable> uncaught = new ArrayList<>();
    Thread current = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = current.getUncaughtExceptionHandler();
    current.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    try {
      task.run();
    } finally {
      current.setUncaughtExceptionHandler(before);
    }
    return uncaught;
  }

  /** Looks often at first, then seldom: whoever is waited for may need this processor. */
  static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    for (int looks = 0; !condition.getAsBoolean(); looks++) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("waited too long");
      }
      if (looks < 1_000) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(10_000);
      }
    }
  }

  /** Joins all threads, and throws what one of them threw. */
  @Override
  public void close() {
    try {
      for (Thread thread : started) {
        TimeUnit.MILLISECONDS.timedJoin(thread, PATIENCE.toMillis());
        assertEquals(Thread.State.TERMINATED, thread.getState(), () -> "hangs: " + thread);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Throwable first = thrown.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw new CompletionException(first);
    }
  }
}
