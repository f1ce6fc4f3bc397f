package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.DisconnectedException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that stops inside the user's code that it comes to, and does there what it is told. It
 * and the test take turns: one of them runs while the other waits for it.
 */
final class Actor {

  /** What comes of an operation that waits for another thread. */
  static final String WAITS = "waits";

  /** In milliseconds: after that it is looked at whether it waits. */
  private static final long A_MOMENT = 10;

  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private final Thread thread;

  /** What it is told to do; each tells whether it goes on then from where it has stopped. */
  private final SynchronousQueue<BooleanSupplier> steps = new SynchronousQueue<>();

  /** Where it has stopped, or what came of what it was told. */
  private final SynchronousQueue<String> reports = new SynchronousQueue<>();

  private final Deque<String> places = new ArrayDeque<>();

  Actor(Consumer<Throwable> uncaught) {
    thread =
        new Thread(
            () -> {
              CURRENT.set(this);
              takeSteps();
            },
            "an actor");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dying, thrown) -> uncaught.accept(thrown));
    thread.start();
  }

  /** Called by the user's code: stops until the test has it go on. */
  static void stop(String place) {
    Actor current = requireNonNull(CURRENT.get(), "the thread of no actor");
    current.places.push(place);
    current.report("in " + place);
    current.takeSteps();
  }

  private void takeSteps() {
    boolean goesOn = false;
    while (!goesOn) {
      try {
        goesOn = steps.take().getAsBoolean();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void report(String what) {
    try {
      reports.put(what);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it has stopped there, and nowhere further inside. */
  boolean isIn(String place) {
    return place.equals(places.peek());
  }

  boolean hasStopped() {
    return !places.isEmpty();
  }

  /**
   * Has it perform an operation where it is.
   *
   * @return what comes of it, or where it has stopped, or {@link #WAITS}
   */
  String perform(Callable<String> operation) {
    give(
        () -> {
          report(resultOf(operation));
          return false;
        });
    return nextReport();
  }

  /** Has it go on from where it has stopped; returns what comes of the operation around that. */
  String goOn() {
    places.pop();
    give(() -> true);
    return nextReport();
  }

  /** Has that throw in which it has stopped. */
  String goOnThrowing(RuntimeException thrown) {
    places.pop();
    give(
        () -> {
          throw thrown;
        });
    return nextReport();
  }

  private String nextReport() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TestThreads.PATIENCE.toNanos()) {
      String report = reportWithin(A_MOMENT);
      if (report != null) {
        return report;
      }
      if (isWaiting()) {
        return WAITS;
      }
    }
    throw new AssertionError(stack());
  }

  /** What comes of an operation that waited, and waits for nothing any more. */
  String awaitReport() {
    return requireNonNull(reportWithin(TestThreads.PATIENCE.toMillis()), this::stack);
  }

  private @Nullable String reportWithin(long millis) {
    try {
      return reports.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it looks again and again for what another thread is to do. */
  private boolean isWaiting() {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("io.multishot.Pause"));
  }

  private void give(BooleanSupplier step) {
    try {
      if (!steps.offer(step, TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError(stack());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String stack() {
    return "hangs: " + Arrays.toString(thread.getStackTrace());
  }

  /** Has its thread end; it has stopped nowhere. */
  void end() {
    give(() -> true);
  }

  /** What comes of an operation, in the words of the tables. */
  private static String resultOf(Callable<String> operation) {
    try {
      return operation.call();
    } catch (DisconnectedException e) {
      return "Disconnected \"" + e.getMessage() + '"';
    } catch (IllegalStateException e) {
      return "IllegalState \"" + e.getMessage() + '"';
    } catch (Exception e) {
      return e.toString();
    }
  }
}
