package io.multishot.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What a benchmark measures beside its time: percentiles, bytes. JMH lists it as secondary results,
 * if it is run with {@code -prof io.multishot.bench.MetricsProfiler}.
 *
 * <p>A profiler is JMH's way to add results of one's own. Those of an iteration are what was last
 * {@linkplain #report reported} in it.
 */
public final class MetricsProfiler implements InternalProfiler {

  private static final Map<String, Figure> REPORTED = new LinkedHashMap<>();

  /** Called by JMH. */
  public MetricsProfiler() {}

  /**
   * Adds a result to those of the running iteration, or replaces the one of that name.
   *
   * @param unit of the value, as JMH prints them: {@code "ns/op"}, {@code "B/op"}
   */
  public static void report(String name, double value, String unit) {
    synchronized (REPORTED) {
      REPORTED.put(name, new Figure(value, unit));
    }
  }

  @Override
  public String getDescription() {
    return "what the benchmark measures beside its time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    synchronized (REPORTED) {
      REPORTED.clear();
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    synchronized (REPORTED) {
      REPORTED.forEach(
          (name, figure) ->
              results.add(
                  new ScalarResult(name, figure.value, figure.unit, AggregationPolicy.AVG)));
    }
    return results;
  }

  private record Figure(double value, String unit) {}
}
