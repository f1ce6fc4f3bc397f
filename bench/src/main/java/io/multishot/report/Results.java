package io.multishot.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was measured on one JDK. */
record Results(int release, Map<Trial, Measured> trials) {

  private static final Pattern FILE = Pattern.compile("jdk-([0-9]+)\\.json");

  /** All that the runs into a folder measured; what was added to a run is as more rounds of it. */
  static List<Results> readAll(Path folder) throws IOException {
    SortedSet<Integer> releases = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
          releases.add(Integer.valueOf(name.group(1)));
        }
      }
    }
    List<Results> all = new ArrayList<>();
    for (int release : releases) {
      Results results = read(folder, release);
      if (!results.trials.isEmpty()) {
        all.add(results);
      }
    }
    return all;
  }

  static Results read(Path folder, int release) throws IOException {
    Map<Trial, Measured> trials = new LinkedHashMap<>();
    for (Path file : files(folder, release)) {
      Measured.read(file)
          .forEach((trial, measured) -> trials.merge(trial, measured, Measured::and));
    }
    return new Results(release, trials);
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

  /** What a case is measured to be, a figure for each round; empty if it was not run. */
  double[] of(Case wanted) {
    double[] values = forks(wanted.trial(), wanted.figure());
    if (wanted.less() == null) {
      return values;
    }
    double[] less = forks(wanted.less(), wanted.figure());
    double[] differences = new double[Math.min(values.length, less.length)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i] - less[i]; // if that is below 0, its logarithm is no number
    }
    return differences;
  }

  /** The middle of the rounds, whatever their errors: for what comes out alike each time. */
  double median(Case wanted, String figure) {
    double[] values = forks(wanted.trial(), figure);
    return values.length == 0 ? Double.NaN : Measured.median(values);
  }

  @Nullable Estimate estimate(Case wanted) {
    double[] values = of(wanted);
    return values.length == 0 ? null : Estimate.of(values);
  }

  @Nullable Estimate ratio(Case above, Case below) {
    double[] aboves = of(above);
    double[] belows = of(below);
    return aboves.length == 0 || belows.length == 0 ? null : Estimate.ofRatio(aboves, belows);
  }

  boolean isTime(Case wanted) {
    Measured measured = trials.get(wanted.trial());
    return measured != null && measured.isTime(wanted.figure());
  }

  String unit(Case wanted) {
    Measured measured = trials.get(wanted.trial());
    return measured == null ? "" : measured.unit(wanted.figure());
  }

  private double[] forks(Trial trial, String figure) {
    Measured measured = trials.get(trial);
    return measured == null ? new double[0] : measured.forks(figure);
  }
}
