package io.multishot.spin;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that Spin makes a program of, which explores every state that it can reach. */
final class SpinModel {

  /** Where the build runs the tests: in the module's folder. */
  private static final Path MODELS = Path.of("src", "test", "spin");

  private static final int MOST_MEGABYTES = 1500;
  private static final int MOST_STEPS = 100_000;

  private static final Pattern ERRORS = Pattern.compile("errors: (\\d+)");
  private static final Pattern STATES = Pattern.compile("(\\d+) states, stored");

  /** What stops the search before its end, so that the absence of errors shows nothing. */
  private static final Pattern INCOMPLETE =
      Pattern.compile("max search depth too small|reached -DMEMLIM|out of memory|hash table full");

  private static final Pattern COUNTEREXAMPLE =
      Pattern.compile("pan:1: (assertion violated|invalid end state|acceptance cycle)[^\\n]*");

  private final Path file;
  private final List<String> definitions;
  private final boolean isAboutProgress;

  private SpinModel(Path file, List<String> definitions, boolean isAboutProgress) {
    this.file = file;
    this.definitions = definitions;
    this.isAboutProgress = isAboutProgress;
  }

  /** The model in a file; with definitions, as the file says. */
  static SpinModel of(String name, String... definitions) {
    return new SpinModel(MODELS.resolve(name), List.of(definitions), false);
  }

  /** This model, with its claim about what happens in the end, if no thread stops. */
  SpinModel aboutProgress() {
    return new SpinModel(file, with("PROGRESS"), true);
  }

  /** This model, with one thing more defined. */
  SpinModel defining(String name) {
    return new SpinModel(file, with(name), isAboutProgress);
  }

  /** What the file says can be defined, by what the names begin with. */
  List<String> definable(String prefix) throws IOException {
    Matcher directives =
        Pattern.compile("(?m)^#ifn?def (" + prefix + "_[A-Z_]+)$").matcher(Files.readString(file));
    return directives.results().map(found -> found.group(1)).distinct().sorted().toList();
  }

  /** Explores all of it, and returns the number of states; fails if there is an error. */
  long prove(Path folder) throws IOException, InterruptedException {
    String report = explore(folder, "-O2");
    if (errors(report) != 0) {
      Tool.Result trail =
          Tool.run(folder, Tool.command(spin(), "-t", "-p", "-g", file.getFileName().toString()));
      fail(report + "\n" + trail.output());
    }
    return Long.parseLong(first(STATES, report).group(1));
  }

  /** Looks for an error, and returns what Spin says of it; nothing if there is none. */
  Optional<String> refute(Path folder) throws IOException, InterruptedException {
    String report = explore(folder, "-O0"); // most are found at once
    return errors(report) > 0
        ? Optional.of(first(COUNTEREXAMPLE, report).group())
        : Optional.empty();
  }

  /**
   * Fails unless Spin has said of a mutant what the file says: so it is refuted for what it breaks,
   * and by nothing else.
   */
  void requireReason(String mutant, String counterexample) throws IOException {
    String reason =
        first(Pattern.compile(" \\* +" + mutant + " +(.+)"), Files.readString(file)).group(1);
    assertTrue(
        withoutSpace(counterexample).contains(withoutSpace(reason)),
        () -> mutant + " is refuted by " + counterexample + ", and not by " + reason);
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }

  private String explore(Path folder, String optimization)
      throws IOException, InterruptedException {
    Files.copy(file, folder.resolve(file.getFileName()));
    Tool.runOrFail(folder, Tool.command(spin(), "-a", file.getFileName().toString()));
    Tool.runOrFail(
        folder,
        List.of(
            "gcc",
            optimization,
            "-w",
            "-DMEMLIM=" + MOST_MEGABYTES,
            "-DCOLLAPSE",
            isAboutProgress ? "-DNFAIR=3" : "-DSAFETY",
            "-o",
            "pan",
            "pan.c"));
    List<String> pan = List.of(folder.resolve("pan").toString(), "-m" + MOST_STEPS);
    String report =
        Tool.run(folder, isAboutProgress ? Tool.command(pan, "-a", "-f") : pan).output();
    assertTrue(!INCOMPLETE.matcher(report).find(), () -> "not all is explored:\n" + report);
    return report;
  }

  private List<String> spin() {
    List<String> spin = new ArrayList<>(List.of("spin"));
    definitions.forEach(definition -> spin.add("-D" + definition));
    return spin;
  }

  private List<String> with(String definition) {
    List<String> all = new ArrayList<>(definitions);
    all.add(definition);
    return all;
  }

  private static int errors(String report) {
    return Integer.parseInt(first(ERRORS, report).group(1));
  }

  private static MatchResult first(Pattern pattern, String report) {
    Matcher matcher = pattern.matcher(report);
    assertTrue(matcher.find(), () -> "no " + pattern + " in:\n" + report);
    return matcher.toMatchResult();
  }

  @Override
  public String toString() {
    return file.getFileName() + " " + definitions;
  }
}
