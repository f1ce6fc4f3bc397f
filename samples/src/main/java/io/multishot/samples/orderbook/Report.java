package io.multishot.samples.orderbook;

import io.multishot.samples.Threads;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints the task and the results, the variants side by side, in 80 columns. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Prints what is going to be measured. */
  void printTask(Options options, int orders) {
    int micros = options.timeoutMicros();
    print(
        "requesters  %,d, on %s threads",
        options.requesters(), Threads.areVirtual() ? "virtual" : "platform");
    print("requests    %,d for each variant, from %,d lines of orders", options.requests(), orders);
    print(
        "rounds      %d, the variants by turns, after %d of warm-up",
        Comparison.ROUNDS, Comparison.WARM_UP_ROUNDS);
    print(micros == 0 ? "time-out    none%n" : "time-out    %,d us at the first attempt%n", micros);
  }

  /** Prints the table, and a sentence that says what it shows. */
  void printResults(Map<Variant, Result> results) {
    StringBuilder labels = new StringBuilder(" ".repeat(26));
    results.keySet().forEach(variant -> labels.append("%15s".formatted(variant.label())));
    out.println(labels);
    Collection<Result> columns = results.values();
    row("requests/s, median round", "%,15.0f", columns, result -> at(result, 0.5));
    row("  slowest round", "%,15.0f", columns, result -> at(result, 0));
    row("  fastest round", "%,15.0f", columns, result -> at(result, 1));
    latency("latency p50, us", 50, columns);
    latency("  p99", 99, columns);
    latency("  max", 100, columns);
    row("time-outs", "%,15.0f", columns, result -> result.tally().timeouts());
    row("refused (no such order)", "%,15.0f", columns, result -> result.tally().refusals());
    row("wrong answers", "%,15.0f", columns, result -> result.tally().wrongAnswers());
    compare(Variant.CALL, Variant.CHANNEL, results);
    compare(Variant.CHANNEL, Variant.FUTURE, results);
    for (Result result : columns) {
      String wrong = result.tally().firstWrongAnswer();
      if (wrong != null) {
        print("WRONG: %s", wrong);
      }
    }
  }

  private void compare(Variant one, Variant other, Map<Variant, Result> results) {
    Result ofOne = results.get(one);
    Result ofOther = results.get(other);
    if (ofOne != null && ofOther != null) {
      print("%n%s", Verdict.of(one, ofOne, other, ofOther));
    }
  }

  private static double at(Result result, double part) {
    double[] throughputs = result.throughputs();
    return throughputs.length == 0 ? 0 : throughputs[(int) (part * (throughputs.length - 1))];
  }

  private void latency(String label, double percentile, Collection<Result> columns) {
    row(label, "%,15.1f", columns, result -> result.tally().latencyAt(percentile) / 1e3);
  }

  private void row(
      String label, String cell, Collection<Result> columns, ToDoubleFunction<Result> value) {
    StringBuilder row = new StringBuilder("%-26s".formatted(label));
    columns.forEach(
        result -> row.append(String.format(Locale.ROOT, cell, value.applyAsDouble(result))));
    out.println(row);
  }

  private void print(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments)); // the same everywhere
  }
}
