package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OrderBookServiceTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void allVariants_arePrintedSideBySideIn80Columns() throws Exception {
    assertEquals(0, run("--requesters", "4", "--requests", "900"), this::err);
    List<String> lines = out().lines().toList();
    for (String line : lines) {
      assertTrue(line.length() <= 80, line);
    }
    assertTrue(out().startsWith("requesters  4, on "), this::out);
    assertEquals("call channel future", row(""));
    assertEquals("0 0 0", row("wrong answers"));
    for (String label : List.of("requests/s, median round", "latency p50, us", "  p99")) {
      assertTrue(row(label).matches("[0-9.,]+ [0-9.,]+ [0-9.,]+"), this::out);
    }
    String times = " [0-9.]+ of the time of %s \\([0-9.]+ to [0-9.]+ in 9 rounds\\)\\.";
    for (String compared :
        List.of(
            "call took" + times.formatted("channel"), "channel took" + times.formatted("future"))) {
      assertTrue(lines.stream().anyMatch(line -> line.matches(compared)), this::out);
    }
  }

  @Test
  void oneVariant_isPrintedWithoutAComparison() throws Exception {
    assertEquals(0, run("--requesters", "1", "--requests", "7", "--variant", "channel"));
    assertEquals("channel", row(""));
    assertTrue(!out().contains("of the time of"), this::out);
    assertEquals("0", row("wrong answers"));
  }

  @Test
  void run_withATimeoutOfOneMicrosecond_countsNoWrongAnswer() throws Exception {
    assertEquals(0, run("--requests", "900", "--timeout-micros", "1"), this::out);
    assertEquals("0 0 0", row("wrong answers"));
  }

  @Test
  void comparison_withManyRequestersAndAFullQueue_countsNoWrongAnswer() throws Exception {
    Options options = Options.parse("--requesters", "16", "--requests", "4500");
    Script script = Script.of(OrderFile.readBundled());
    Map<Variant, Result> results = new Comparison(options, script, 2).run(stream(err));
    for (Result result : results.values()) {
      assertEquals(4_500, result.tally().requests());
      assertEquals(0, result.tally().wrongAnswers(), result.tally()::firstWrongAnswer);
    }
  }

  @Test
  void script_goesOnFromDayToDay() throws Exception {
    Options options = Options.parse("--requesters", "2", "--requests", "500");
    Script script =
        Script.of(
            List.of(
                Command.add(1, Side.BUY, 100, 10),
                Command.add(2, Side.SELL, 99, 4),
                Command.cancel(2),
                Command.cancel(1)));
    for (Result result : new Comparison(options, script).run(stream(err)).values()) {
      assertTrue(result.tally().refusals() > 0);
      assertEquals(0, result.tally().wrongAnswers(), result.tally()::firstWrongAnswer);
    }
  }

  @Test
  void orders_areReadFromAnotherFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.csv");
    Files.writeString(file, OrderFile.HEADER + "\nadd,1,buy,1.00,1\ncancel,1,,,\ncancel,1,,,\n");
    assertEquals(0, run("--requests", "100", "--orders", file.toString()), this::err);
    assertTrue(out().contains("from 3 lines of orders"), this::out);
  }

  @Test
  void help_isPrintedAlone() throws Exception {
    assertEquals(0, run("--help"));
    assertEquals(Options.HELP, out());
    assertEquals("", err());
  }

  @Test
  void badArgument_isAMessageTheUsageAndCode2() throws Exception {
    assertEquals(2, run("--requests", "-5"));
    assertEquals(
        "OrderBookService: --requests '-5': give a whole number from 1 to 1000000000\n\n"
            + Options.HELP,
        err());
    assertEquals("", out());
  }

  @Test
  void missingFile_isAMessageAndCode2(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("none.csv");
    assertEquals(2, run("--orders", file.toString()));
    assertEquals(
        "OrderBookService: " + file + ": no such file; name an existing one after --orders\n",
        err());
  }

  @Test
  void wrongLine_isAMessageAndCode2(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, OrderFile.HEADER + "\nadd,1,buy,cheap,1\n");
    assertEquals(2, run("--orders", file.toString()));
    assertTrue(
        err().startsWith("OrderBookService: " + file + ":2: the price is 'cheap'"), this::err);
  }

  @Test
  void progress_isALineForEachRound() throws Exception {
    assertEquals(0, run("--requests", "9", "--requesters", "1"));
    assertTrue(err().startsWith("warm-up\nwarm-up\nround 1 of 9\n"), this::err);
    assertTrue(err().endsWith("round 9 of 9\n"), this::err);
  }

  private int run(String... args) throws InterruptedException {
    return OrderBookService.run(args, stream(out), stream(err));
  }

  /** The cells of the row with this label, a blank between them. */
  private String row(String label) {
    String start = String.format("%-26s", label);
    String row = out().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    return String.join(" ", Arrays.asList(row.substring(start.length()).strip().split(" +")));
  }

  private String out() {
    return text(out);
  }

  private String err() {
    return text(err);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
