package io.multishot.report;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured on one JDK.
 *
 * @param runs in the order in which they were made. Rounds are compared within a run only
 */
record Results(int release, List<Map<Trial, Measured>> runs) {

  private static final Pattern FILE = Pattern.compile("jdk-([0-9]+)\\.json");

  /** All that was measured into a folder. What was added to a run counts as more rounds of it. */
  static List<Results> readAll(Path folder) throws IOException {
    List<Results> all = new ArrayList<>();
    for (int release : releases(folder)) {
      Results results = read(folder, release);
      if (!results.trials().isEmpty()) {
        all.add(results);
      }
    }
    return all;
  }

  /** The files of all JDKs. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int release : releases(folder)) {
      files.addAll(files(folder, release));
    }
    return files;
  }

  private static SortedSet<Integer> releases(Path folder) throws IOException {
    SortedSet<Integer> releases = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
          releases.add(Integer.valueOf(name.group(1)));
        }
      }
    }
    return releases;
  }

  static Results read(Path folder, int release) throws IOException {
    List<Map<Trial, Measured>> runs = new ArrayList<>();
    for (Path file : files(folder, release)) {
      runs.add(Measured.read(file));
    }
    return new Results(release, runs);
  }

  /** Where the next run on a JDK writes. */
  static Path next(Path folder, int release) {
    return file(folder, release, files(folder, release).size() + 1);
  }

  static void delete(Path folder, int release) throws IOException {
    for (Path file : files(folder, release)) {
      Files.delete(file);
    }
  }

  /** In the order in which they were measured. */
  private static List<Path> files(Path folder, int release) {
    List<Path> files = new ArrayList<>();
    Path file = file(folder, release, 1);
    while (Files.exists(file)) {
      files.add(file);
      file = file(folder, release, files.size() + 1);
    }
    return files;
  }

  private static Path file(Path folder, int release, int part) {
    return folder.resolve(
        part == 1 ? "jdk-%d.json".formatted(release) : "jdk-%d-%d.json".formatted(release, part));
  }

  Set<Trial> trials() {
    return runs.stream().flatMap(run -> run.keySet().stream()).collect(toSet());
  }

  /** What the virtual machine calls itself. */
  String virtualMachine() {
    return runs.stream()
        .flatMap(run -> run.values().stream())
        .map(Measured::virtualMachine)
        .findFirst()
        .orElseThrow();
  }

  /** In how many rounds a trial was run. */
  int rounds(Trial trial) {
    return runs.stream().mapToInt(run -> forks(run, trial, Measured.TIME).length).sum();
  }

  /** The figures of a case, one for each round; empty if it was not run. */
  double[] of(Case wanted) {
    return runs.stream().flatMapToDouble(run -> Arrays.stream(of(run, wanted))).toArray();
  }

  private static double[] of(Map<Trial, Measured> run, Case wanted) {
    double[] values = forks(run, wanted.trial(), wanted.figure());
    if (wanted.less() == null) {
      return values;
    }
    // A difference may be below 0; its logarithm is no number.
    return paired(
        values, forks(run, wanted.less(), wanted.figure()), (value, less) -> value - less);
  }

  /**
   * The ratios of two cases, one for each round that has both. What slows the machine down for a
   * while affects both cases of a round, and cancels in their ratio.
   */
  double[] ratios(Case above, Case below) {
    return runs.stream()
        .flatMapToDouble(
            run -> Arrays.stream(paired(of(run, above), of(run, below), (a, b) -> a / b)))
        .toArray();
  }

  private static double[] paired(double[] left, double[] right, DoubleBinaryOperator operator) {
    double[] pairs = new double[Math.min(left.length, right.length)];
    Arrays.setAll(pairs, round -> operator.applyAsDouble(left[round], right[round]));
    return pairs;
  }

  /** The median of the rounds, whatever their errors: for figures that hardly vary, as bytes. */
  double median(Case wanted, String figure) {
    double[] values =
        runs.stream()
            .flatMapToDouble(run -> Arrays.stream(forks(run, wanted.trial(), figure)))
            .toArray();
    return values.length == 0 ? Double.NaN : Measured.median(values);
  }

  @Nullable Estimate estimate(Case wanted) {
    return estimate(of(wanted));
  }

  @Nullable Estimate ratio(Case above, Case below) {
    return estimate(ratios(above, below));
  }

  private static @Nullable Estimate estimate(double[] values) {
    return values.length == 0 ? null : Estimate.of(values);
  }

  boolean isTime(Case wanted) {
    return runs(wanted).anyMatch(measured -> measured.isTime(wanted.figure()));
  }

  String unit(Case wanted) {
    return runs(wanted).map(measured -> measured.unit(wanted.figure())).findFirst().orElse("");
  }

  private Stream<Measured> runs(Case wanted) {
    return runs.stream().map(run -> run.get(wanted.trial())).filter(Objects::nonNull);
  }

  private static double[] forks(Map<Trial, Measured> run, Trial trial, String figure) {
    Measured measured = run.get(trial);
    return measured == null ? new double[0] : measured.forks(figure);
  }
}
