package io.multishot.soak;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one program. What fails in any of them fails the program, and so it does if all of
 * them together get nowhere: then a wake-up was lost.
 */
final class Harness {

  /** What one thread does. */
  interface Role {
    void play() throws Exception;
  }

  private final String program;
  private final long stallNanos;
  private final Tally tally;
  private final List<Thread> threads = new ArrayList<>();
  private final List<CountDownLatch> ends = new ArrayList<>();
  private final List<Object> watched = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final LongAdder progress = new LongAdder();
  private final AtomicLong surfaced = new AtomicLong();
  private final AtomicLong thrown = new AtomicLong();

  /**
   * Makes an empty harness.
   *
   * @param program what to call the program in a report
   * @param stallNanos how long without progress is for ever
   */
  Harness(String program, long stallNanos, Tally tally) {
    this.program = program;
    this.stallNanos = stallNanos;
    this.tally = tally;
    Thread.setDefaultUncaughtExceptionHandler(
        this::uncaught); // of threads that are not of the harness
  }

  Tally tally() {
    return tally;
  }

  /** Has the state of something in the report of a stall. */
  void watch(Object object) {
    synchronized (watched) {
      watched.add(object);
    }
  }

  /** No longer. */
  void unwatch(Object object) {
    synchronized (watched) {
      watched.removeIf(each -> each == object);
    }
  }

  Thread start(String name, Threads kind, Role role) {
    CountDownLatch end = new CountDownLatch(1);
    Thread thread =
        kind.start(
            () -> {
              Thread self = Thread.currentThread();
              self.setName(name);
              self.setUncaughtExceptionHandler(this::uncaught);
              try {
                role.play();
              } catch (Throwable failed) {
                fail(failed);
              } finally {
                end.countDown();
              }
            });
    threads.add(thread);
    ends.add(end);
    return thread;
  }

  /** Tells that something was done: called at least every second or so by whoever gets on. */
  void progress() {
    progress.increment();
  }

  void fail(Throwable failed) {
    failure.compareAndSet(null, failed);
  }

  /** Whether to give up, because another thread failed. */
  boolean hasFailed() {
    return failure.get() != null;
  }

  /** Makes something to throw, which must come to {@link #surface}. */
  Fault fault(String message, @Nullable Runnable uponSurfacing) {
    boolean isThrownTwice = (thrown.incrementAndGet() & 1) == 0;
    tally.add(Count.THROWN);
    return new Fault(message, isThrownTwice, uponSurfacing);
  }

  /** A handler of uncaught exceptions, which sometimes throws as well. */
  private void uncaught(Thread thread, Throwable uncaught) {
    surface(uncaught);
    if (uncaught instanceof Fault fault && fault.isThrownTwice()) {
      tally.add(Count.THROWN_TWICE);
      throw fault;
    }
  }

  /** What was thrown has come out; only a {@link Fault} is meant to. */
  void surface(Throwable uncaught) {
    if (uncaught instanceof Fault fault) {
      surfaced.incrementAndGet();
      fault.surface();
    } else {
      fail(uncaught);
    }
  }

  /** Waits until all threads are done, one of them has failed, or none gets on. */
  void join() throws InterruptedException {
    try {
      awaitEnd();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
  }

  private void awaitEnd() throws InterruptedException {
    long last = -1;
    long lastChange = System.nanoTime();
    for (CountDownLatch end : ends) {
      while (!end.await(10, TimeUnit.MILLISECONDS) && !hasFailed()) {
        long now = progress.sum();
        if (now != last) {
          last = now;
          lastChange = System.nanoTime();
        } else if (System.nanoTime() - lastChange > stallNanos) {
          fail(new SoakFailure(stall()));
        }
      }
    }
    Throwable failed = failure.get();
    if (failed != null) {
      threads.forEach(Thread::interrupt); // those that can shall end
      throw failed instanceof SoakFailure known ? known : new SoakFailure("" + failed, failed);
    }
    if (thrown.get() != surfaced.get()) {
      throw new SoakFailure(
          "of "
              + thrown
              + " faults thrown by wakers, handlers and executors, "
              + surfaced
              + " came to the handler of uncaught exceptions");
    }
  }

  private String stall() {
    StringBuilder report = new StringBuilder();
    report.append("no progress for ").append(TimeUnit.NANOSECONDS.toMillis(stallNanos));
    report.append(" ms: a wake-up was lost, or somebody waits for ever, in ").append(program);
    synchronized (watched) {
      watched.forEach(each -> report.append("\n  ").append(each));
    }
    threads.forEach(thread -> append(report, thread, thread.getStackTrace()));
    for (Map.Entry<Thread, StackTraceElement[]> other : Thread.getAllStackTraces().entrySet()) {
      if (!threads.contains(other.getKey())) {
        append(report, other.getKey(), other.getValue());
      }
    }
    return report.toString();
  }

  private static void append(StringBuilder report, Thread thread, StackTraceElement[] stack) {
    report.append("\n  \"").append(thread.getName()).append("\" ").append(thread.getState());
    for (StackTraceElement frame : stack) {
      report.append("\n    at ").append(frame);
    }
  }
}
