package io.multishot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs checks beside one another: the threads of one wait for each other most of the time. */
final class Concurrently {

  private Concurrently() {}

  /** Starts all checks, and makes a test of each, which waits for it. */
  static Stream<DynamicTest> tests(Map<String, Runnable> checks) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<DynamicTest> tests = new ArrayList<>();
    checks.forEach(
        (name, check) -> {
          Future<?> done = threads.submit(check);
          tests.add(DynamicTest.dynamicTest(name, () -> await(done)));
        });
    threads.shutdown();
    return tests.stream();
  }

  private static void await(Future<?> check) throws Throwable {
    try {
      check.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
