package io.multishot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs checks beside one another: the threads of one wait for each other most of the time, or it
 * has but one.
 */
public final class Concurrently {

  private Concurrently() {}

  /** Starts all checks, and makes a test of each, which waits for it. */
  static Stream<DynamicTest> tests(Map<String, Runnable> checks) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<DynamicTest> tests = new ArrayList<>();
    checks.forEach((name, check) -> tests.add(test(threads, name, Executors.callable(check))));
    threads.shutdown();
    return tests.stream();
  }

  /** Starts a check, and makes a test of it, which waits for it. */
  public static DynamicTest test(ExecutorService threads, String name, Callable<?> check) {
    Future<?> done = threads.submit(check);
    return DynamicTest.dynamicTest(name, () -> await(done));
  }

  private static void await(Future<?> check) throws Throwable {
    try {
      check.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
