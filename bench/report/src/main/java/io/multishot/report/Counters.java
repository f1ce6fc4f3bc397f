package io.multishot.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processor's own counters. Many virtual machines hide them. */
final class Counters {

  /** Whether {@code perf} is there and counts. */
  static final boolean AVAILABLE = areAvailable();

  /** Those that the report shows. */
  static final List<Counter> SHOWN =
      List.of(
          new Counter("instructions", "instructions"),
          new Counter("cycles", "cycles"),
          new Counter("cache-misses", "cache misses"),
          new Counter("L1-dcache-load-misses", "L1 misses"));

  private Counters() {}

  private static boolean areAvailable() {
    try {
      Process process =
          new ProcessBuilder("perf", "stat", "-x", ",", "-e", "instructions", "true")
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS)
          && process.exitValue() == 0
          && output.matches("(?s)[0-9]+,.*");
    } catch (IOException e) {
      return false; // not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  record Counter(String figure, String label) {}
}
