package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  void printsBothVariantsSideBySide_in80Columns() throws Exception {
    assertEquals(0, run("--requesters", "4", "--requests", "900"), this::err);
    List<String> lines = out().lines().toList();
    for (String line : lines) {
      assertTrue(line.length() <= 80, line);
    }
    assertTrue(out().startsWith("requesters  4, on "), this::out);
    assertEquals("channel future", row(""));
    assertEquals("0 0", row("wrong answers"));
    for (String label : List.of("requests/s, median round", "latency p50, us", "  p99.9")) {
      assertTrue(row(label).matches("[0-9.,]+ [0-9.,]+"), this::out);
    }
  }

  @Test
  void printsOneVariant() throws Exception {
    assertEquals(0, run("--requesters", "1", "--requests", "7", "--variant", "channel"));
    assertEquals("channel", row(""));
    assertEquals("0", row("wrong answers"));
  }

  @Test
  void answersAreRight_evenIfNearlyAllRequestsTimeOut() throws Exception {
    assertEquals(0, run("--requests", "900", "--timeout-micros", "1"), this::out);
    assertEquals("0 0", row("wrong answers"));
  }

  @Test
  void answersAreRight_withManyRequestersAndAQueueThatIsFull() throws Exception {
    Options options = Options.parse("--requesters", "16", "--requests", "4500");
    Script script = Script.of(OrderFile.readBundled());
    try (Progress progress = Progress.start(stream(err), Comparison.allRequests(options))) {
      Map<Variant, Result> results = new Comparison(options, script, 2).run(progress);
      for (Result result : results.values()) {
        assertEquals(4_500, result.tally().requests());
        assertEquals(0, result.tally().wrongAnswers(), result.tally()::firstWrongAnswer);
      }
    }
  }

  @Test
  void theScriptGoesOnFromDayToDay() throws Exception {
    Options options = Options.parse("--requesters", "2", "--requests", "500");
    Script script =
        Script.of(
            List.of(
                Command.add(1, Side.BUY, 100, 10),
                Command.add(2, Side.SELL, 99, 4),
                Command.cancel(2),
                Command.cancel(1)));
    try (Progress progress = Progress.start(stream(err), Comparison.allRequests(options))) {
      for (Result result : new Comparison(options, script).run(progress).values()) {
        assertTrue(result.tally().refusals() > 0);
        assertEquals(0, result.tally().wrongAnswers(), result.tally()::firstWrongAnswer);
      }
    }
  }

  @Test
  void takesAnotherFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.csv");
    Files.writeString(file, OrderFile.HEADER + "\nadd,1,buy,1.00,1\ncancel,1,,,\ncancel,1,,,\n");
    assertEquals(0, run("--requests", "100", "--orders", file.toString()), this::err);
    assertTrue(out().contains("from 3 lines of orders"), this::out);
  }

  @Test
  void help() throws Exception {
    assertEquals(0, run("--help"));
    assertEquals(Options.HELP, out());
    assertEquals("", err());
  }

  @Test
  void aBadArgumentIsAMessageAndCode2() throws Exception {
    assertEquals(2, run("--requests", "-5"));
    assertEquals(
        "OrderBookService: --requests '-5': give a whole number from 1 to 1000000000\n", err());
    assertEquals("", out());
  }

  @Test
  void aMissingFileIsAMessageAndCode2(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("none.csv");
    assertEquals(2, run("--orders", file.toString()));
    assertEquals(
        "OrderBookService: " + file + ": no such file; name an existing one after --orders\n",
        err());
  }

  @Test
  void aWrongLineIsAMessageAndCode2(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, OrderFile.HEADER + "\nadd,1,buy,cheap,1\n");
    assertEquals(2, run("--orders", file.toString()));
    assertTrue(
        err().startsWith("OrderBookService: " + file + ":2: the price is 'cheap'"), this::err);
  }

  @Test
  void progressIsLines_butOneLineOnAConsole() throws Exception {
    try (Progress progress = Progress.start(stream(err), false, Duration.ofMillis(5), 200)) {
      progress.stage("round 1 of 9, channel");
      progress.add(50);
      await("\n 25 %  round 1 of 9, channel\n");
    }
    err.reset();
    try (Progress progress = Progress.start(stream(err), true, Duration.ofMillis(5), 200)) {
      progress.stage("warm-up");
      await("\r  0 %  warm-up");
    }
    assertTrue(err().endsWith("\r"), this::err);
    assertTrue(!err().contains("\n"), this::err);
  }

  private int run(String... args) throws InterruptedException {
    return OrderBookService.run(args, stream(out), stream(err));
  }

  private void await(String progress) throws InterruptedException {
    while (!("\n" + err()).contains(progress)) {
      Thread.sleep(1);
    }
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
