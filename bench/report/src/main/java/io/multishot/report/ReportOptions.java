package io.multishot.report;

import static java.util.Arrays.asList;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import joptsimple.util.PathConverter;

/** The command line. */
final class ReportOptions {

  static final String USAGE =
      """
      Usage: Report quick [options]       measure what matters most; under 10 minutes
             Report full [options]        measure everything; hours
             Report draw [options]        write the report again from what was measured
             Report compare BEFORE AFTER  tell what became slower from one report's folder to
                                          the other's; ends with 1 if anything did
             Report readme [FILE]         write the table of the project's README
             Report compact [options]     shorten JMH's JSON files to what the report reads

      The machine must do nothing else meanwhile, or the report is full of "too noisy".
      Ends with 0 if all went well, 1 if something failed, 2 if the arguments are wrong
      (which exec:exec@report lets pass, for this text says all).
      --help lists the options.
      """;

  private static final int QUICK_ROUNDS = 4;
  private static final int FULL_ROUNDS = 5;
  private static final int QUICK_MILLIS = 100;
  private static final int FULL_MILLIS = 200;

  private static final OptionParser PARSER = new OptionParser();
  private static final OptionSpec<Path> OUT =
      PARSER
          .acceptsAll(
              asList("out", "o"),
              "the report's folder (default: %s, for quick %s)"
                  .formatted(Folders.COMMITTED, Folders.BUILD.resolve("quick")))
          .withRequiredArg()
          .withValuesConvertedBy(new PathConverter())
          .describedAs("folder");
  private static final OptionSpec<Path> JDK =
      PARSER
          .accepts(
              "jdk",
              "a JDK to measure; may be repeated (default: one of each release from 17 on that"
                  + " lies beside the one that runs this)")
          .withRequiredArg()
          .withValuesConvertedBy(new PathConverter())
          .describedAs("its home");
  private static final OptionSpec<Integer> ROUNDS =
      PARSER
          .accepts(
              "rounds",
              "how often each case is run, at least 2 (default: quick %d, full %d)"
                  .formatted(QUICK_ROUNDS, FULL_ROUNDS))
          .withRequiredArg()
          .ofType(Integer.class);
  private static final OptionSpec<Integer> ITERATION =
      PARSER
          .accepts(
              "iteration",
              "how long an iteration lasts (default: quick %d, full %d)"
                  .formatted(QUICK_MILLIS, FULL_MILLIS))
          .withRequiredArg()
          .ofType(Integer.class)
          .describedAs("ms");
  private static final OptionSpec<String> ONLY =
      PARSER
          .accepts("only", "the sections to measure, by the names of their charts")
          .withRequiredArg()
          .withValuesSeparatedBy(',')
          .describedAs("a,b");
  private static final OptionSpec<Void> ADD =
      PARSER.accepts(
          "add", "keep what the folder has, and add other sections to it, or more rounds");
  private static final OptionSpec<Double> TOLERANCE =
      PARSER
          .accepts("tolerance", "what compare lets pass: 1.05 is 5 % slower")
          .withRequiredArg()
          .ofType(Double.class)
          .defaultsTo(1.05);
  private static final OptionSpec<Void> HELP = PARSER.accepts("help", "print this").forHelp();
  private static final OptionSpec<String> WORDS = PARSER.nonOptions();

  private final OptionSet options;
  private final List<String> words;

  private ReportOptions(OptionSet options) {
    this.options = options;
    words = options.valuesOf(WORDS);
  }

  static ReportOptions parse(String... args) {
    return new ReportOptions(PARSER.parse(args));
  }

  static void printHelp(PrintStream out) throws IOException {
    out.println(USAGE);
    PARSER.printHelpOn(out);
  }

  boolean isHelp() {
    return options.has(HELP);
  }

  String command() throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("a command is missing");
    }
    return words.get(0);
  }

  /** What follows the command: so many words at least and at most. */
  List<String> operands(int least, int most) throws UsageException {
    List<String> operands = words.subList(1, words.size());
    if (operands.size() < least || operands.size() > most) {
      throw new UsageException(
          "%s takes %s, not %s"
              .formatted(
                  command(),
                  most == 0
                      ? "no operands"
                      : least == most ? least + " operands" : least + " to " + most + " operands",
                  operands));
    }
    return operands;
  }

  boolean isQuick() throws UsageException {
    return command().equals("quick");
  }

  Path folder() throws UsageException {
    return options.has(OUT)
        ? options.valueOf(OUT)
        : isQuick() ? Folders.BUILD.resolve("quick") : Folders.COMMITTED;
  }

  int rounds() throws UsageException {
    int rounds =
        options.has(ROUNDS) ? options.valueOf(ROUNDS) : isQuick() ? QUICK_ROUNDS : FULL_ROUNDS;
    if (rounds < 2) {
      throw new UsageException("--rounds: one round has no error to work out; take 2 or more");
    }
    return rounds;
  }

  Duration iteration() throws UsageException {
    int millis =
        options.has(ITERATION)
            ? options.valueOf(ITERATION)
            : isQuick() ? QUICK_MILLIS : FULL_MILLIS;
    if (millis < 1) {
      throw new UsageException("--iteration: an iteration lasts 1 ms at least");
    }
    return Duration.ofMillis(millis);
  }

  double tolerance() throws UsageException {
    double tolerance = options.valueOf(TOLERANCE);
    if (!(tolerance >= 1)) {
      throw new UsageException("--tolerance: 1 lets nothing pass; less makes no sense");
    }
    return tolerance;
  }

  boolean isAdded() {
    return options.has(ADD);
  }

  List<Jdk> jdks() throws UsageException {
    List<Jdk> chosen = new ArrayList<>();
    if (!options.has(JDK)) {
      Jdk.findAll().forEach(chosen::add);
      return chosen;
    }
    for (Path home : options.valuesOf(JDK)) {
      Jdk jdk = Jdk.in(home);
      if (jdk == null) {
        throw new UsageException("--jdk: no JDK 17 or later lies in " + home);
      }
      chosen.add(jdk);
    }
    return chosen;
  }

  /** The command, and the sections if some only are chosen. */
  String chosen() throws UsageException {
    return options.has(ONLY)
        ? command() + ", only " + String.join(", ", options.valuesOf(ONLY))
        : command();
  }

  /** The trials of the chosen sections. */
  Set<Trial> trials() throws UsageException {
    Set<Trial> trials = new LinkedHashSet<>();
    for (Section section : sections()) {
      for (Case each : section.cases()) {
        if (each.isQuick() || !isQuick()) {
          trials.add(each.trial());
          if (each.less() != null) {
            trials.add(each.less());
          }
        }
      }
    }
    if (trials.isEmpty()) {
      throw new UsageException("--only: a quick run has nothing of these sections; take full");
    }
    return trials;
  }

  private List<Section> sections() throws UsageException {
    List<Section> all = Catalogue.sections();
    if (!options.has(ONLY)) {
      return all;
    }
    List<String> ids = options.valuesOf(ONLY);
    for (String id : ids) {
      if (all.stream().noneMatch(section -> section.id.equals(id))) {
        throw new UsageException(
            "--only: no section %s; there are %s"
                .formatted(id, all.stream().map(section -> section.id).toList()));
      }
    }
    return all.stream().filter(section -> ids.contains(section.id)).toList();
  }
}
