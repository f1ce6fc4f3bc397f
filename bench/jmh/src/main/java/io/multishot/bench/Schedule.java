package io.multishot.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * A schedule of requests at a fixed rate, dealt out to the requesters in turn; and how long after
 * its time each was answered. A request that is late, as its requester still waits for the reply to
 * the last one or because the timer was, counts from when it was due: nothing is left out.
 *
 * <p>Each requester keeps its own times: it parks until shortly before, and spins for the rest,
 * because to be woken takes longer than what is measured, and not the same time twice. A thread
 * that did this for all would need a processor of its own, and its wake of the requester would be
 * measured as well.
 */
final class Schedule {

  /** What is left for spinning: nine parks of ten overshoot by less. */
  private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(120);

  /** To start the requesters, for the schedule to begin when all are there. */
  private static final long NANOS_TO_START = TimeUnit.MICROSECONDS.toNanos(100);

  private static final int DIGITS = 3;

  private final long start;
  private final long interval;
  private final long period;
  private final Recorder latencies = new Recorder(DIGITS);
  private final Recorder delays = new Recorder(DIGITS);

  /**
   * Makes a schedule which begins soon.
   *
   * @param rate of all requesters together, in requests per second
   */
  Schedule(int requesters, int rate) {
    interval = TimeUnit.SECONDS.toNanos(1) / rate;
    period = interval * requesters;
    start = System.nanoTime() + NANOS_TO_START * Math.min(requesters, 10_000);
  }

  /** When a requester asks first. */
  long first(int index) {
    return start + index * interval;
  }

  /** When a requester asks again. */
  long next(long due) {
    return due + period;
  }

  /** Waits until it is time, or the requester is stopped. */
  void await(long due, Requester requester) {
    long left = due - System.nanoTime();
    while (left > 0 && !requester.isStopped()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(this, left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
      left = due - System.nanoTime();
    }
  }

  /** Records a request that was due, sent and answered at these times. */
  void record(long due, long sent, long answered) {
    delays.recordValue(sent - due);
    latencies.recordValue(answered - due);
  }

  /** Forgets what has been recorded. */
  void reset() {
    latencies.reset();
    delays.reset();
  }

  /** Reports what has been recorded since the last reset. */
  void report() {
    Histogram latency = latencies.getIntervalHistogram();
    report("p50", latency, 50);
    report("p90", latency, 90);
    report("p99", latency, 99);
    report("p99.9", latency, 99.9);
    report("max", latency, 100);
    Histogram delay = delays.getIntervalHistogram();
    report("sent late p50", delay, 50);
    report("sent late p99", delay, 99);
  }

  private static void report(String name, Histogram histogram, double percentile) {
    MetricsProfiler.report(name, histogram.getValueAtPercentile(percentile) * 1e-3, "us/op");
  }
}
