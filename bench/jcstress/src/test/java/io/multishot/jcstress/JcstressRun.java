package io.multishot.jcstress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run of {@code jcstress.jar} in a process of its own. */
final class JcstressRun implements AutoCloseable {

  static final Path JAR = Path.of(System.getProperty("jcstress.jar"));

  private static final Pattern TOTALS =
      Pattern.compile(
          "\\(Results: (\\d+) planned; \\d+ passed, \\d+ failed,"
              + " (\\d+) soft errs, (\\d+) hard errs\\)");
  private static final Pattern FAILED = Pattern.compile("\\[FAILED] (\\S+)");

  private final Process process;
  private final Path output;

  private JcstressRun(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** What became of the tests; {@code errors} are those that came to no verdict. */
  record Verdicts(int planned, Set<String> failed, int errors, String output) {}

  /** Starts to run these tests, each for so long in every virtual machine that it is run in. */
  static JcstressRun start(Collection<String> tests, Duration time) throws IOException {
    return start(
        List.of(
            "-t", patternOf(tests),
            "-time", Long.toString(time.toMillis()),
            "-f", "1",
            "-iters", "1",
            "-sc", "false",
            "-jvmArgs", "-XX:+UseParallelGC"));
  }

  /** The names of all tests in the jar, as jcstress knows them. */
  static Set<String> listed() throws IOException, InterruptedException {
    try (JcstressRun listing = start(List.of("-l"))) {
      return listing
          .outputWithin(Duration.ofMinutes(1))
          .lines()
          .filter(line -> line.startsWith("io.multishot."))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  Verdicts await(Duration limit) throws IOException, InterruptedException {
    String printed = outputWithin(limit);
    List<MatchResult> totals = TOTALS.matcher(printed).results().toList();
    if (totals.isEmpty()) {
      throw new AssertionError("jcstress has run nothing: " + printed);
    }
    MatchResult last = totals.get(totals.size() - 1);
    Set<String> failed = new TreeSet<>();
    Matcher names = FAILED.matcher(printed);
    while (names.find()) {
      failed.add(names.group(1));
    }
    return new Verdicts(count(last, 1), failed, count(last, 2) + count(last, 3), printed);
  }

  /** Ends it, and the virtual machines that it has started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
      Files.deleteIfExists(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JcstressRun start(List<String> arguments) throws IOException {
    Path results = Files.createDirectories(JAR.resolveSibling("jcstress-it"));
    Path folder = Files.createTempDirectory(results, "run");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(arguments);
    command.addAll(List.of("-r", folder.toString()));
    Path output = Files.createTempFile(results, "run", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new JcstressRun(process, output);
  }

  private String outputWithin(Duration limit) throws IOException, InterruptedException {
    boolean isOver = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    String printed = Files.readString(output);
    if (!isOver) {
      throw new AssertionError("jcstress is not done within " + limit + ": " + printed);
    }
    return printed;
  }

  private static String patternOf(Collection<String> tests) {
    return tests.stream()
        .map(name -> name.replace(".", "\\."))
        .collect(Collectors.joining("|", "^(", ")$"));
  }

  private static int count(MatchResult totals, int group) {
    return Integer.parseInt(totals.group(group));
  }
}
