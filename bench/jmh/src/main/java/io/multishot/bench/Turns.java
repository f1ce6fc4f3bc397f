package io.multishot.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two things to time in turn, some milliseconds each. What a host does to its processors for longer
 * than that is done to both, and cancels in the ratio of their times.
 */
final class Turns {

  /** What is timed. */
  interface Turn {
    void run() throws InterruptedException;
  }

  private final Turn first;
  private final Turn second;
  private final List<Double> ratios = new ArrayList<>();

  Turns(Turn first, Turn second) {
    this.first = first;
    this.second = second;
  }

  /** One turn of each. */
  void run() throws InterruptedException {
    long start = System.nanoTime();
    first.run();
    long middle = System.nanoTime();
    second.run();
    ratios.add((double) (middle - start) / (System.nanoTime() - middle));
  }

  void clear() {
    ratios.clear();
  }

  /** Reports the median of the ratios since the last {@link #clear}. */
  void report() {
    Collections.sort(ratios);
    MetricsProfiler.report("ratio", ratios.get(ratios.size() / 2), "×");
  }
}
