package io.multishot.report;

import static java.util.Arrays.asList;

import io.multishot.bench.LineTrip;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import joptsimple.util.PathConverter;

/** The command: measures, writes the report, or compares two. */
public final class Report {

  private static final String TITLE = "MultiShot for Java, measured";

  private static final Path FOLDER = Path.of("report");

  private static final String USAGE =
      """
      Usage: Report quick [options]             measure what matters most; under 10 minutes
             Report full [options]              measure all; hours
             Report render [options]            write the pages again, from what was measured
             Report compare BEFORE AFTER [options]
                                                tell what got slower between two reports, each
                                                named by its folder; ends with 1 if anything did

      A machine that does anything else meanwhile tells nothing.
      """;

  private final PrintStream out;
  private final OptionParser parser = new OptionParser();
  private final OptionSpec<Path> folder =
      parser
          .acceptsAll(asList("out", "o"), "where the report is written to or read from")
          .withRequiredArg()
          .withValuesConvertedBy(new PathConverter())
          .describedAs("folder");
  private final OptionSpec<Path> jdks =
      parser
          .accepts(
              "jdk",
              "a JDK to measure, as often as you like; by default one of each release from 17 on"
                  + " that lies beside the one that runs this")
          .withRequiredArg()
          .withValuesConvertedBy(new PathConverter())
          .describedAs("its home");
  private final OptionSpec<Integer> rounds =
      parser
          .accepts("rounds", "how often each case is run, at least 2 (default: quick 4, full 5)")
          .withRequiredArg()
          .ofType(Integer.class);
  private final OptionSpec<Integer> millis =
      parser
          .accepts("iteration", "how long an iteration lasts (default: quick 100, full 200)")
          .withRequiredArg()
          .ofType(Integer.class)
          .describedAs("ms");
  private final OptionSpec<String> only =
      parser
          .accepts("only", "the sections to measure, by the names of their charts")
          .withRequiredArg()
          .withValuesSeparatedBy(',')
          .describedAs("a,b");
  private final OptionSpec<Void> add =
      parser.accepts(
          "add",
          "keep what the report has, and add to it: other sections, or more rounds of the same");
  private final OptionSpec<Double> tolerance =
      parser
          .accepts("tolerance", "what compare lets pass: 1.05 is 5 % slower")
          .withRequiredArg()
          .ofType(Double.class)
          .defaultsTo(1.05);
  private final OptionSpec<Void> help = parser.accepts("help", "print this").forHelp();
  private final OptionSpec<String> words = parser.nonOptions();

  private Report(PrintStream out) {
    this.out = out;
  }

  /** See {@code --help}. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true"); // charts are drawn on no screen
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, args));
  }

  /** Does what the arguments say, and returns what the process shall end with. */
  static int run(PrintStream out, String... args) throws IOException {
    Report report = new Report(out);
    try {
      OptionSet options = report.parser.parse(args);
      if (options.has(report.help)) {
        report.printHelp();
        return 0;
      }
      return report.run(options.valuesOf(report.words), options);
    } catch (OptionException | UsageException e) {
      out.println("error: " + e.getMessage());
      out.println();
      report.printHelp();
      return 2;
    } catch (NoSuchFileException e) {
      out.println("error: there is no " + e.getMessage());
      return 1;
    } catch (IOException e) {
      out.println("error: " + e.getMessage());
      return 1;
    }
  }

  private int run(List<String> command, OptionSet options) throws IOException, UsageException {
    String verb = command.isEmpty() ? "" : command.get(0);
    int expected = verb.equals("compare") ? 3 : 1;
    if (command.size() != expected) {
      throw new UsageException(
          command.isEmpty() ? "say what to do" : "this takes other arguments: " + command);
    }
    return switch (verb) {
      case "quick" -> measure(options, verb, 4, 100);
      case "full" -> measure(options, verb, 5, 200);
      case "render" -> {
        render(options.has(folder) ? options.valueOf(folder) : FOLDER);
        yield 0;
      }
      case "compare" ->
          compare(Path.of(command.get(1)), Path.of(command.get(2)), options.valueOf(tolerance));
      default -> throw new UsageException("no such command: " + verb);
    };
  }

  private int measure(OptionSet options, String set, int defaultRounds, int defaultMillis)
      throws IOException, UsageException {
    int roundCount = options.has(rounds) ? options.valueOf(rounds) : defaultRounds;
    if (roundCount < 2) {
      throw new UsageException("--rounds: one round tells nothing of its error; take 2 or more");
    }
    Path report =
        options.has(folder)
            ? options.valueOf(folder)
            : set.equals("full") ? FOLDER : FOLDER.resolve(set);
    Set<Trial> trials = trials(chosen(options), set.equals("quick"));
    if (trials.isEmpty()) {
      throw new UsageException("--only: a quick run has nothing of these sections; take full");
    }
    List<Jdk> chosenJdks = jdks(options);
    Machine machine = Machine.describe(set);
    Duration iteration =
        Duration.ofMillis(options.has(millis) ? options.valueOf(millis) : defaultMillis);
    out.printf(
        "%d trials, in %d rounds, on %s; %s iterations%n",
        trials.size(),
        roundCount,
        String.join(" and ", chosenJdks.stream().map(jdk -> "JDK " + jdk.release()).toList()),
        iteration.toMillis() + " ms");
    if (!machine.isQuiet()) {
      out.printf(
          "warning: the machine is not quiet (load %s): what spins needs each processor to itself%n",
          Numbers.digits(machine.load()));
    }
    Path log = Path.of("target", "report", "jmh.log");
    Campaign campaign =
        new Campaign(chosenJdks, trials, roundCount, iteration, report, log, out, Report::distance);
    machine.write(report);
    if (!options.has(add)) {
      for (Jdk jdk : chosenJdks) {
        Results.delete(report, jdk.release());
      }
    }
    List<String> failures = campaign.run();
    render(report);
    failures.forEach(failure -> out.println("error: " + failure));
    return failures.isEmpty() ? 0 : 1;
  }

  private static double distance() {
    if (Runtime.getRuntime().availableProcessors() == 1) {
      return 1; // to itself
    }
    try {
      return LineTrip.nanos();
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }

  private List<Section> chosen(OptionSet options) throws UsageException {
    List<Section> all = Catalogue.sections();
    if (!options.has(only)) {
      return all;
    }
    List<String> ids = options.valuesOf(only);
    for (String id : ids) {
      if (all.stream().noneMatch(section -> section.id.equals(id))) {
        throw new UsageException(
            "--only: no section %s; there are %s"
                .formatted(id, all.stream().map(section -> section.id).toList()));
      }
    }
    return all.stream().filter(section -> ids.contains(section.id)).toList();
  }

  private static Set<Trial> trials(List<Section> sections, boolean isQuick) {
    Set<Trial> trials = new LinkedHashSet<>();
    for (Section section : sections) {
      for (Case each : section.cases()) {
        if (each.isQuick() || !isQuick) {
          trials.add(each.trial());
          if (each.less() != null) {
            trials.add(each.less());
          }
        }
      }
    }
    return trials;
  }

  private List<Jdk> jdks(OptionSet options) throws UsageException {
    List<Jdk> chosen = new ArrayList<>();
    if (!options.has(jdks)) {
      Jdk.findAll().forEach(chosen::add);
      return chosen;
    }
    for (Path home : options.valuesOf(jdks)) {
      Jdk jdk = Jdk.in(home);
      if (jdk == null) {
        throw new UsageException("--jdk: no JDK 17 or later lies in " + home);
      }
      chosen.add(jdk);
    }
    return chosen;
  }

  private void render(Path report) throws IOException {
    Machine machine = Machine.read(report);
    List<Results> results = Results.readAll(report);
    if (results.isEmpty()) {
      throw new IOException("there are no results in " + report.toAbsolutePath());
    }
    List<Block> blocks =
        Chapters.of(TITLE, machine, results, Catalogue.budgets(), Catalogue.sections());
    for (Block block : blocks) {
      if (block instanceof Block.Chart chart) {
        Files.writeString(report.resolve(chart.name()), chart.svg());
      }
    }
    Files.writeString(report.resolve("README.md"), MarkdownWriter.write(blocks));
    Path page = report.resolve("index.html");
    Files.writeString(page, HtmlWriter.write(TITLE, blocks));
    out.println("written: " + page.toAbsolutePath());
  }

  private int compare(Path before, Path after, double chosenTolerance) throws IOException {
    int regressions = 0;
    List<Results> olds = Results.readAll(before);
    for (Results results : Results.readAll(after)) {
      for (Results old : olds) {
        if (old.release() == results.release()) {
          out.println("JDK " + results.release());
          regressions +=
              new Comparison(old, results, chosenTolerance, out).print(Catalogue.sections());
        }
      }
    }
    return regressions == 0 ? 0 : 1;
  }

  private void printHelp() throws IOException {
    out.println(USAGE);
    parser.printHelpOn(out);
  }
}
