package io.multishot.samples.orderbook;

import io.multishot.samples.Threads;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what is done and what came of it, the variants side by side, in 80 columns. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Prints what is going to be measured. */
  void printTask(Options options, int orders) {
    print(
        "requesters  %,d, on %s threads",
        options.requesters(), Threads.areVirtual() ? "virtual" : "platform");
    print("requests    %,d for each variant, from %,d lines of orders", options.requests(), orders);
    print(
        "rounds      %d, the variants by turns, after %d of warm-up",
        Comparison.ROUNDS, Comparison.WARM_UP_ROUNDS);
    print("time-out    %s", timeout(options.timeoutMicros()));
    out.println();
  }

  /** Prints the table, and what its lines mean. */
  void printResults(Map<Variant, Result> results) {
    Collection<Result> columns = results.values();
    String labels =
        results.keySet().stream()
            .map(variant -> cell(variant.label()))
            .collect(Collectors.joining());
    out.println(label("") + labels);
    row("requests/s, median round", columns, result -> whole(result.median()));
    row("  slowest round", columns, result -> whole(result.slowest()));
    row("  fastest round", columns, result -> whole(result.fastest()));
    latency("latency p50, us", 50, columns);
    latency("  p90", 90, columns);
    latency("  p99", 99, columns);
    latency("  p99.9", 99.9, columns);
    latency("  max", 100, columns);
    row("bytes allocated/request", columns, result -> tenths(result.bytesPerRequest()));
    row("time-outs", columns, result -> count(result.tally().timeouts()));
    row("refused (no such order)", columns, result -> count(result.tally().refusals()));
    row("wrong answers", columns, result -> count(result.tally().wrongAnswers()));
    out.println();
    printNotes();
    columns.forEach(this::printWrongAnswer);
  }

  private void printNotes() {
    out.println("Latency is from the first attempt to the answer, exact to one percent.");
    out.println("Bytes are what all Java threads of the process allocated on the heap; a refusal");
    out.println("is an exception in both variants.");
    if (Threads.areVirtual()) {
      out.println(
          "The JDK itself allocates to wake a virtual thread, and more if that waits with a");
      out.println("time-out (--timeout-micros 0 is without).");
    }
  }

  private void printWrongAnswer(Result result) {
    String wrong = result.tally().firstWrongAnswer();
    if (wrong != null) {
      out.println("WRONG: " + wrong);
    }
  }

  private void latency(String label, double percentile, Collection<Result> columns) {
    row(label, columns, result -> tenths(result.tally().latencyAt(percentile) / 1_000.0));
  }

  private void row(String label, Collection<Result> columns, Function<Result, String> value) {
    String cells = columns.stream().map(value).map(Report::cell).collect(Collectors.joining());
    out.println(label(label) + cells);
  }

  private void print(String format, Object... arguments) {
    out.println(format(format, arguments));
  }

  private static String timeout(int micros) {
    return micros == 0 ? "none" : format("%,d us at the first attempt", micros);
  }

  private static String label(String text) {
    return format("%-26s", text);
  }

  private static String cell(String text) {
    return format("%15s", text);
  }

  private static String count(long number) {
    return format("%,d", number);
  }

  private static String whole(double number) {
    return format("%,.0f", number);
  }

  private static String tenths(double number) {
    return format("%,.1f", number);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments); // the same everywhere
  }
}
