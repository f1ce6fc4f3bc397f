package io.multishot.samples.orderbook;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The outcomes of many requests. Not thread-safe: each requester keeps its own. */
final class Tally {

  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** Of a fixed size, exact to one percent. */
  private final Histogram latencies = new Histogram(LONGEST_NANOS, 2);

  private long refusals;
  private long timeouts;
  private long wrong;
  private @Nullable String firstWrong;

  /** Counts a request that was answered by a value. */
  void answered(long nanos) {
    latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
  }

  /** Counts a request that was answered by a refusal. */
  void refused(long nanos) {
    answered(nanos);
    refusals++;
  }

  /** Counts an attempt that was given up. */
  void timedOut() {
    timeouts++;
  }

  /** Counts an answer, counted already, as wrong. */
  void wrong(Requester requester, Script.Step step, String answer) {
    wrong++;
    if (firstWrong == null) {
      firstWrong = requester + ": " + step + " was answered by: " + answer;
    }
  }

  void add(Tally other) {
    latencies.add(other.latencies);
    refusals += other.refusals;
    timeouts += other.timeouts;
    wrong += other.wrong;
    if (firstWrong == null) {
      firstWrong = other.firstWrong;
    }
  }

  long requests() {
    return latencies.getTotalCount();
  }

  /** The latency in nanoseconds that so many percent of the requests did not exceed. */
  long latencyAt(double percentile) {
    return latencies.getValueAtPercentile(percentile);
  }

  long refusals() {
    return refusals;
  }

  long timeouts() {
    return timeouts;
  }

  long wrongAnswers() {
    return wrong;
  }

  /** Describes the first wrong answer, or is {@code null}. */
  @Nullable String firstWrongAnswer() {
    return firstWrong;
  }
}
