package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

  private static final Machine QUIET =
      new Machine("2026-11-22", "A processor", 2, 24, "Linux", 0.1, false, "full");

  private final Section bars =
      new Section("bars", "Bars & <bars>", "What `one` operation is.")
          .floor("floor", "Some.floor")
          .ours("MultiShot", "Some.trip over=CHANNEL")
          .peer("steady peer", "Some.trip over=PEER")
          .peer("noisy peer", "Some.trip over=NOISE")
          .peer("never run", "Some.trip over=NOTHING");
  private final Section curve =
      new Section("curve", "Curve", "Along n.")
          .along("n")
          .at("1")
          .ours("MultiShot", "Many.trip n=1 over=CHANNEL")
          .peer("peer", "Many.trip n=1 over=PEER")
          .less("Some.floor")
          .at("1000")
          .ours("MultiShot", "Many.trip n=1000 over=CHANNEL");

  private final Section multiples =
      new Section("multiples", "Multiples", "Both in turn.")
          .figure(Measured.RATIO)
          .ours("this ÷ that", "Paired.trip beside=THAT")
          .ours("this ÷ noise", "Paired.trip beside=NOISE");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  private void measure(Path into, double ours) throws IOException {
    new JmhJson()
        .add("Some.floor", 10, 11, 10, 11)
        .add("Some.trip over=CHANNEL", 10 * ours, 11 * ours, 10.1 * ours, 10.9 * ours)
        .add("Some.trip over=PEER", 41, 43, 40, 44)
        .add("Some.trip over=NOISE", 20, 200, 50, 1000)
        .add("Many.trip n=1 over=CHANNEL", 100, 101, 100, 101)
        .add("Many.trip n=1 over=PEER", 210, 213, 210, 213)
        .add("Many.trip n=1000 over=CHANNEL", 2000, 2020, 2000, 2020)
        .addMultiple("Paired.trip beside=THAT", 0.79, 0.81, 0.8, 0.8)
        .addMultiple("Paired.trip beside=NOISE", 0.5, 2, 0.5, 2)
        .write(into, 17);
  }

  private List<Block> blocks(Machine machine, List<Budget> budgets) throws IOException {
    measure(folder, 1.2);
    return Chapters.of(
        "Title", List.of(machine), results(folder), budgets, List.of(bars, curve, multiples));
  }

  private static List<Results> results(Path from) throws IOException {
    return List.of(Results.read(from, 17));
  }

  @Test
  void table_hasTheRatiosToTheFloorAndToEachPeer() throws IOException {
    String page = MarkdownWriter.write(blocks(QUIET, List.of()));
    assertTrue(
        page.contains(
            "|  | JDK 17 | × floor | MultiShot ÷ it | B/op |\n| --- | --- | --- | --- | --- |"),
        page);
    assertTrue(page.contains("| floor (floor) | 10.5 ns | 1 | 1.20 ± 0.01 | 24 |"), page);
    assertTrue(page.contains("| MultiShot | 12.6 ns | 1.20 ± 0.01 | 1 | 24 |"), page);
    assertTrue(page.contains("| steady peer | 42.0 ns | 4.00 ± 0.12 | 0.30 ± 0.01 | 24 |"), page);
  }

  @Test
  void table_saysTooNoisyInPlaceOfAnUncertainFigure() throws IOException {
    String page = MarkdownWriter.write(blocks(QUIET, List.of()));
    assertTrue(page.contains("| noisy peer | too noisy (7.87 ns to 1.80 µs) | too noisy"), page);
  }

  @Test
  void table_hasADashForWhatWasNotRun() throws IOException {
    assertTrue(
        MarkdownWriter.write(blocks(QUIET, List.of())).contains("| never run | – | – | – | – |"));
  }

  @Test
  void multiple_isItsTrialsOwnFigure() throws IOException {
    String page = MarkdownWriter.write(blocks(QUIET, List.of()));
    assertTrue(page.contains("| this ÷ that | 0.80 ± 0.01 |\n"), page);
    assertTrue(page.contains("| this ÷ noise | too noisy (0.28 to 3.57) |\n"), page);
    String chart = Objects.requireNonNull(Charts.compare(multiples, results(folder)));
    assertTrue(chart.contains("Time, in multiples of that of the other."), chart);
    assertTrue(chart.contains("JDK 17. this ÷ that 0.80 ×, this ÷ noise too noisy"), chart);
  }

  /** The peer's 210 and 213 ns, less the floor's 10 and 11. */
  @Test
  void tableOfACurve_hasAColumnForEachPlaceAndSubtractsTheWork() throws IOException {
    String page = MarkdownWriter.write(blocks(QUIET, List.of()));
    assertTrue(page.contains("| JDK 17; n | 1 | 1000 |"), page);
    assertTrue(page.contains("| MultiShot | 100 ns | 2.01 µs |"), page);
    assertTrue(page.contains("| peer | 201 ns (2.00 ± 0.00 ×) | – |"), page);
  }

  @Test
  void budget_isMetMissedOrUncertain() throws IOException {
    Case floor = bars.cases().get(0);
    Case ours = bars.cases().get(1);
    Case steady = bars.cases().get(2);
    Case noisy = bars.cases().get(3);
    Case bytes =
        new Case("bytes", Case.Role.OURS, "", ours.trial(), Measured.ALLOCATED, null, true);
    String page =
        MarkdownWriter.write(
            blocks(
                QUIET,
                List.of(
                    Budget.ofRatio("met", 1.25, new Versus(ours, List.of(floor))),
                    Budget.ofRatio("missed", 1.1, new Versus(ours, List.of(floor))),
                    Budget.ofRatio("nearly", 1.205, new Versus(ours, List.of(floor))),
                    Budget.ofRatio("best of", 0.5, new Versus(ours, List.of(noisy, steady))),
                    Budget.ofRatio("noisy", 0.5, new Versus(ours, List.of(noisy))),
                    Budget.ofRatio("noisy, met", 5, new Versus(ours, List.of(noisy))),
                    Budget.ofRatio("noisy, missed", 0.001, new Versus(ours, List.of(noisy))),
                    Budget.ofRatio("small", 1, new Versus(floor, List.of(curve.cases().get(2)))),
                    Budget.ofFigure("bytes", 16, bytes),
                    Budget.ofFigure("enough bytes", 24, bytes))));
    assertTrue(page.contains("| met | ≤ 1.25 × | met: 1.20 ± 0.01 |"), page);
    assertTrue(page.contains("| missed | ≤ 1.10 × | **missed**: 1.20 ± 0.01 |"), page);
    assertTrue(page.contains("| nearly | ≤ 1.21 × | met within the error: 1.20 ± 0.01 |"), page);
    assertTrue(page.contains("| best of | ≤ 0.50 × | met: 0.30 ± 0.01 (steady peer) |"), page);
    assertTrue(page.contains("| noisy | ≤ 0.50 × | too noisy ("), page);
    assertTrue(page.contains("| noisy, met | ≤ 5.00 × | met: too noisy ("), page);
    assertTrue(page.contains("| noisy, missed | ≤ 0.0010 × | **missed**: too noisy ("), page);
    assertTrue(page.contains("| small | ≤ 1.00 × | met: 0.0052 ± 0.0004 |"), page);
    assertTrue(page.contains("| bytes | ≤ 16 B | **missed**: 24 B |"), page);
    assertTrue(page.contains("| enough bytes | ≤ 24 B | met: 24 B |"), page);
  }

  @Test
  void report_warnsOfABusyMachine() throws IOException {
    Machine busy = new Machine("2026-11-22", "A processor", 2, 24, "Linux", 3, true, "full");
    assertTrue(MarkdownWriter.write(blocks(busy, List.of())).contains("its load was 3.00"));
    assertFalse(MarkdownWriter.write(blocks(QUIET, List.of())).contains("not quiet"));
  }

  @Test
  void report_namesTheMachineOfEachRunThatWasAdded() throws IOException {
    Machine other =
        new Machine("2026-11-28", "Another", 4, 8, "Linux", 0.1, false, "full, only bars");
    QUIET.write(folder, false);
    other.write(folder, true);
    assertEquals(List.of(QUIET, other), Machine.readAll(folder));
    measure(folder, 1.2);
    String page =
        MarkdownWriter.write(
            Chapters.of(
                "Title", Machine.readAll(folder), results(folder), List.of(), List.of(bars)));
    assertTrue(page.contains("Measured on 2026-11-22, the full run of"), page);
    assertTrue(
        page.contains(
            "Added on 2026-11-28 (full, only bars): Another, 4 processors, 8 GiB, Linux."),
        page);
    other.write(folder, false);
    assertEquals(List.of(other), Machine.readAll(folder), "a new run replaces all");
  }

  @Test
  void page_needsNoOtherFile() throws IOException {
    String page = HtmlWriter.write("Title", blocks(QUIET, List.of()));
    assertTrue(page.contains("<h2>Bars &amp; &lt;bars&gt;</h2>"));
    assertTrue(page.contains("What <code>one</code> operation is."));
    assertTrue(page.contains("the report says <em>too noisy</em>"));
    assertTrue(page.contains("<td>4.00 ± 0.12</td>"));
    assertEquals(3, page.split("<svg", -1).length - 1);
    assertFalse(page.contains(" src="));
    assertFalse(page.contains("<link"));
  }

  @Test
  void chart_isAFileOfItsOwn() throws IOException {
    Block.Chart chart =
        blocks(QUIET, List.of()).stream()
            .filter(Block.Chart.class::isInstance)
            .map(Block.Chart.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("bars.svg", chart.name());
    assertTrue(chart.svg().startsWith("<svg id='bars'"), chart.svg());
  }

  @Test
  void compare_listsWhatBecameSlowerBesideItsReference() throws IOException {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    measure(before, 1.2);
    measure(after, 1.5);
    Comparison comparison =
        new Comparison(results(before).get(0), results(after).get(0), 1.05, out);
    assertEquals(1, comparison.print(List.of(bars, curve)));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("REGRESSION   1.25 ± 0.0"), text);
    assertTrue(text.contains(": Bars & <bars>: MultiShot"), text);
    assertTrue(text.contains("4 cases compared: 1 regressions, 1 too uncertain to tell"), text);
  }

  @Test
  void compare_listsWhatBecameFaster() throws IOException {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    measure(before, 1.5);
    measure(after, 1.2);
    Comparison comparison =
        new Comparison(results(before).get(0), results(after).get(0), 1.05, out);
    assertEquals(0, comparison.print(List.of(bars)));
    assertTrue(printed.toString(StandardCharsets.UTF_8).contains("better       0.80 ± 0.0"));
  }

  @Test
  void read_refusesAFileThatIsNotJmhs() throws IOException {
    Path file = Results.next(folder, 17);
    Files.writeString(file, "[{\"benchmark\": 1}]");
    IOException refused = assertThrows(IOException.class, () -> Measured.read(file));
    assertTrue(refused.toString().contains("is not what JMH writes"), refused.toString());
  }

  @Test
  void draw_needsTheResultsAlone() throws IOException {
    measure(folder, 1.2);
    QUIET.write(folder, false);
    assertEquals(0, Report.run(out, "draw", "--out", folder.toString()));
    assertTrue(Files.exists(folder.resolve("README.md")));
    assertTrue(Files.exists(folder.resolve("index.html")));
  }

  @Test
  void draw_reportsAFolderWithoutResults() throws IOException {
    assertEquals(1, Report.run(out, "draw", "--out", folder.resolve("none").toString()));
    QUIET.write(folder, false);
    new JmhJson().write(folder, 17);
    assertEquals(1, Report.run(out, "draw", "--out", folder.toString()));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("error: there is no "), text);
    assertTrue(text.contains("error: there are no results in "), text);
  }

  private void requireFailure(String message, String... args) throws IOException {
    printed.reset();
    assertEquals(1, Report.run(out, args));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("error: ") && text.contains(message), text);
    assertEquals(1, text.lines().count(), text);
  }

  @Test
  void failures_areOneLineEach() throws IOException {
    String out = folder.toString();
    QUIET.write(folder, false);
    Path file = folder.resolve("jdk-17.json");
    for (String text : List.of("", "[", "null", "[{}]", "[{\"benchmark\":[]}]")) {
      Files.writeString(file, text);
      requireFailure("jdk-17.json", "draw", "--out", out);
    }
    requireFailure("run.json", "draw", "--out", file.toString());
    requireFailure("there is no ", "compare", out + "/a", out + "/b");
    requireFailure("there is no ", "compact", "--out", out + "/a");
    Files.delete(file);
    measure(folder, 1.2);
    Files.writeString(folder.resolve("run.json"), "[");
    requireFailure("does not describe a machine", "draw", "--out", out);
    requireFailure(ReadmeTable.BEGIN, "readme", file.toString(), "--out", out);
    Path other = folder.resolve("other");
    new JmhJson().add("Some.floor", 1).write(other, 25);
    requireFailure("no JDK was measured in both", "compare", out, other.toString());
  }

  @Test
  void help_namesEachCommandAndOption() throws IOException {
    assertEquals(0, Report.run(out, "--help"));
    String text = printed.toString(StandardCharsets.UTF_8);
    for (String word :
        List.of(
            "quick",
            "full",
            "draw",
            "compare",
            "readme",
            "compact",
            "--out",
            "--jdk",
            "--rounds",
            "--iteration",
            "--only",
            "--add",
            "--tolerance",
            "--help")) {
      assertTrue(text.contains(word), word);
    }
  }

  @Test
  void wrongArguments_arePrintedWithTheUsage() throws IOException {
    assertEquals(2, Report.run(out, "fast"));
    assertEquals(2, Report.run(out));
    assertEquals(2, Report.run(out, "quick", "--rounds", "1"));
    assertEquals(2, Report.run(out, "quick", "--only", "nothing"));
    assertEquals(2, Report.run(out, "quick", "--only", "build-heap"));
    assertEquals(2, Report.run(out, "quick", "--jdk", folder.toString()));
    assertEquals(2, Report.run(out, "quick", "--speed"));
    assertEquals(2, Report.run(out, "quick", "--rounds", "many"));
    assertEquals(2, Report.run(out, "quick", "--iteration", "0"));
    assertEquals(2, Report.run(out, "compare", "one"));
    assertEquals(2, Report.run(out, "compare", "a", "b", "--tolerance", "0.9"));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("error: no such command: fast"), text);
    assertTrue(text.contains("error: a command is missing"), text);
    assertTrue(text.contains("error: --rounds: one round has no error to work out"), text);
    assertTrue(text.contains("error: --only: no section nothing; there are ["), text);
    assertTrue(text.contains("error: --only: a quick run has nothing of these sections"), text);
    assertTrue(text.contains("error: --jdk: no JDK 17 or later lies in"), text);
    assertTrue(text.contains("speed"), text);
  }
}
