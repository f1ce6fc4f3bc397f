package io.multishot.report;

import static io.multishot.report.Budgets.bestOf;
import static io.multishot.report.Budgets.figure;
import static io.multishot.report.Budgets.time;
import static io.multishot.report.Budgets.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The few figures that the project's README shows. They are written between two markers, and
 * nothing else in the file is touched.
 */
final class ReadmeTable {

  static final String BEGIN = "<!-- measured: begin -->";
  static final String END = "<!-- measured: end -->";

  private static final String CYCLE = "SameThreadCycle.";
  private static final String SPINNING = "RoundTrip.trip over=";
  private static final String BLOCKING = "ParkedRoundTrip.trip threads=%s work=0 over=";
  private static final String SIZE = "MillionChannels.open over=CHANNEL";

  /** A row, and how its cell is filled in for a JDK. */
  private record Row(String what, Function<Results, String> cell) {}

  private static final List<Row> ROWS =
      List.of(
          multiple(
              "one thread arms, sends, polls and takes a `long` ÷ a bare `getAndSet`, the floor",
              versus(time(CYCLE + "ofLong"), time(CYCLE + "floor"))),
          multiple(
              "two threads spin for request and reply ÷ two that write one `long` in turn, the"
                  + " floor",
              versus(time(SPINNING + "CHANNEL"), time(SPINNING + "FLOOR"))),
          multiple(
              "the same ÷ two `CompletableFuture<Long>`",
              versus(time(SPINNING + "CHANNEL"), time(SPINNING + "COMPLETABLE_FUTURE"))),
          multiple(
              "the same ÷ two JCTools `SpscArrayQueue<Long>`",
              versus(time(SPINNING + "CHANNEL"), time(SPINNING + "JCTOOLS_SPSC"))),
          multiple(
              "two platform threads block for request and reply ÷ the fastest of the JDK",
              versus(bestOf(BLOCKING.formatted("PLATFORM")))),
          multiple(
              "two virtual threads block for request and reply ÷ the fastest of the JDK",
              versus(bestOf(BLOCKING.formatted("VIRTUAL")))),
          pair(
              "a call between two threads that spin ÷ the floor, both in turn",
              Calls.pair("CALL", "FLOOR")),
          pair(
              "a call through a queue ÷ a request object and a channel, both in turn",
              Calls.queuedPair("1")),
          pair("the same with eight outstanding", Calls.queuedPair("8")),
          new Row(
              "a channel of a `long`: its size, and without padding; what a shot allocates",
              ReadmeTable::bytes),
          multiple(
              "what the processor adds to a first build of 1000 declarations ÷ what AutoValue adds",
              versus(
                  Builds.share("cold", "MULTISHOT", "VALUE", "FULL", 1000),
                  Builds.share("cold", "AUTO_VALUE", "VALUE", "FULL", 1000))));

  private ReadmeTable() {}

  private static Row multiple(String what, Versus versus) {
    return new Row(what, results -> multiple(versus, results));
  }

  /** Of a trial that measured the multiple itself. */
  private static Row pair(String what, String trial) {
    return new Row(what, results -> Numbers.ratio(results.estimate(figure(Measured.RATIO, trial))));
  }

  /** The multiple, and in brackets the two times if they are certain. */
  private static String multiple(Versus versus, Results results) {
    Case best = versus.best(results);
    Estimate ratio = versus.ratio(results);
    if (best == null || ratio == null) {
      return Numbers.NOT_RUN;
    }
    String theirName = versus.others().size() == 1 ? "" : best.series() + " ";
    Estimate ours = results.estimate(versus.ours());
    Estimate theirs = results.estimate(best);
    if (ours == null || theirs == null || ours.isTooWide() || theirs.isTooWide()) {
      return Numbers.ratio(ratio);
    }
    return "%s (%s, %s%s)"
        .formatted(
            Numbers.ratio(ratio),
            Numbers.time(ours.value()),
            theirName,
            Numbers.time(theirs.value()));
  }

  private static String bytes(Results results) {
    double padded = results.median(figure("layout", SIZE), "layout");
    double unpadded = results.median(figure("layout", SIZE + "_UNPADDED"), "layout");
    OptionalDouble allocated =
        Stream.of(
                CYCLE + "ofLong", SPINNING + "CHANNEL", BLOCKING.formatted("PLATFORM") + "CHANNEL")
            .mapToDouble(trial -> results.median(time(trial), Measured.ALLOCATED))
            .max();
    return Double.isNaN(padded + unpadded + allocated.orElse(Double.NaN))
        ? Numbers.NOT_RUN
        : "%s B, %s B; %s B"
            .formatted(
                Numbers.bytes(padded),
                Numbers.bytes(unpadded),
                Numbers.bytes(allocated.orElseThrow()));
  }

  /** The table, in Markdown. */
  static String table(List<Results> jdks) {
    List<String> head = new ArrayList<>(List.of("multiple ± error (our time, theirs)"));
    jdks.forEach(results -> head.add("JDK " + results.release()));
    List<List<String>> rows = new ArrayList<>();
    for (Row row : ROWS) {
      List<String> cells = new ArrayList<>(List.of(row.what));
      jdks.forEach(results -> cells.add(row.cell.apply(results)));
      rows.add(cells);
    }
    return MarkdownWriter.write(List.of(new Block.Table(head, rows)));
  }

  /** Writes the table into a file that has the markers. */
  static void write(Path file, List<Results> jdks) throws IOException {
    String text = Files.readString(file);
    String before = before(text);
    if (before == null) {
      throw new IOException("%s has no \"%s\" with a \"%s\" after it".formatted(file, BEGIN, END));
    }
    Files.writeString(
        file,
        before + "\n\n" + table(jdks) + "\n" + text.substring(text.indexOf(END, before.length())));
  }

  /** What stands between the markers in a text; {@code null} if it has none. */
  static @Nullable String read(String text) {
    String before = before(text);
    return before == null
        ? null
        : text.substring(before.length(), text.indexOf(END, before.length())).strip() + "\n";
  }

  private static @Nullable String before(String text) {
    int begin = text.indexOf(BEGIN);
    return begin < 0 || text.indexOf(END, begin) < 0
        ? null
        : text.substring(0, begin + BEGIN.length());
  }
}
