package io.multishot.report;

import io.multishot.bench.MetricsProfiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs trials with JMH, in rounds. In each round every trial is run once on each JDK, in a fork of
 * its own. A slow minute of the machine thus affects one round of many trials, and not all rounds
 * of one trial.
 */
final class Campaign {

  /** Percentiles want many operations, and these trials do no more than they are told to. */
  private static final TimeValue ITERATION_AT_A_RATE = TimeValue.seconds(1);

  private static final TimeValue LONGEST_ITERATION = TimeValue.seconds(60);
  private static final Pattern SKIPPED =
      Pattern.compile("UnsupportedOperationException: skipped: ([^\\n]*)");

  /** A cache line's trip is usual if it is within this factor of the median of all trips. */
  private static final double USUAL = 1.6;

  /** Trips that are timed before the first fork, for a first median. */
  private static final int FIRST_TRIPS = 15;

  private static final int MOST_REPEATED = 3;

  /** A longer fork averages over many moments; a probe before and after says little about it. */
  private static final Duration LONGEST_REPEATED = Duration.ofSeconds(5);

  private final List<Jdk> jdks;
  private final Set<Trial> trials;
  private final int rounds;
  private final TimeValue iteration;
  private final Path folder;
  private final Path log;
  private final PrintStream progress;
  private final DoubleSupplier distance;

  private final Map<Jdk, Path> files = new LinkedHashMap<>();
  private final Map<Jdk, Map<Trial, List<RunResult>>> results = new LinkedHashMap<>();
  private final Map<Jdk, Set<Trial>> givenUp = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Double> distances = new ArrayList<>();
  private boolean wasUsual;

  /**
   * A campaign that has not begun.
   *
   * @param iteration how long an iteration of JMH lasts
   * @param folder gets the results, a file for each JDK
   * @param log gets what JMH prints; JMH's own JSON is written beside it
   * @param distance measures how far apart the processors are, in any unit. A fork is repeated, a
   *     few times at most, if that is unusual before or after it: the host of a virtual machine has
   *     moved its processors
   */
  Campaign(
      List<Jdk> jdks,
      Set<Trial> trials,
      int rounds,
      Duration iteration,
      Path folder,
      Path log,
      PrintStream progress,
      DoubleSupplier distance) {
    this.jdks = jdks;
    this.trials = new LinkedHashSet<>(trials);
    this.rounds = rounds;
    this.iteration = TimeValue.milliseconds(iteration.toMillis());
    this.folder = folder;
    this.log = log;
    this.progress = progress;
    this.distance = distance;
  }

  /**
   * Runs all trials. After each round the results are written anew, a file for each JDK, beside the
   * files that the folder has already.
   *
   * @return what failed, a line each
   */
  List<String> run() throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    for (Jdk jdk : jdks) {
      files.put(jdk, Results.next(folder, jdk.release()));
    }
    for (int i = 0; i < FIRST_TRIPS; i++) {
      distances.add(distance.getAsDouble());
    }
    long started = System.nanoTime();
    int done = 0;
    int all = rounds * jdks.size() * trials.size();
    try (PrintStream jmh =
        new PrintStream(Files.newOutputStream(log), false, StandardCharsets.UTF_8)) {
      for (int round = 1; round <= rounds; round++) {
        for (Jdk jdk : jdks) {
          for (Trial trial : trials) {
            done++;
            if (isGivenUp(jdk, trial)) {
              continue;
            }
            String outcome = run(jdk, trial, jmh);
            long elapsed = System.nanoTime() - started;
            progress.printf(
                "%3d %%  %s, %s to go  round %d of %d  JDK %d  %s: %s%n",
                100L * done / all,
                minutes(elapsed),
                minutes((long) ((double) elapsed / done * (all - done))),
                round,
                rounds,
                jdk.release(),
                trial,
                outcome);
          }
          write(jdk);
        }
      }
    }
    return failures;
  }

  private boolean isGivenUp(Jdk jdk, Trial trial) {
    return givenUp.getOrDefault(jdk, Set.of()).contains(trial);
  }

  /** Runs a trial once, and returns its outcome for the progress line. */
  private String run(Jdk jdk, Trial trial, PrintStream jmh) {
    // JMH reports what went wrong in a fork in its output only.
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream output = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      RunResult result = fork(jdk, trial, output);
      int repeated = 0;
      while (!wasUsual && repeated < MOST_REPEATED) {
        result = fork(jdk, trial, output);
        repeated++;
      }
      results
          .computeIfAbsent(jdk, key -> new LinkedHashMap<>())
          .computeIfAbsent(trial, key -> new ArrayList<>())
          .add(result);
      Result<?> primary = result.getPrimaryResult();
      return Numbers.digits(primary.getScore())
          + " "
          + primary.getScoreUnit()
          + (repeated == 0 ? "" : ", repeated: the processors had moved, or were busy")
          + (wasUsual ? "" : ", and still");
    } catch (RunnerException e) {
      givenUp.computeIfAbsent(jdk, key -> new LinkedHashSet<>()).add(trial);
      Matcher skipped = SKIPPED.matcher(said.toString(StandardCharsets.UTF_8));
      if (skipped.find()) {
        return "skipped: " + skipped.group(1);
      }
      String reason =
          e instanceof NoBenchmarksException ? "JMH knows no such benchmark" : e.getMessage();
      failures.add("JDK %d, %s: %s; see %s".formatted(jdk.release(), trial, reason, log));
      return "FAILED: " + reason;
    } finally {
      jmh.writeBytes(said.toByteArray());
      jmh.flush();
    }
  }

  /** Runs one fork; before and after it, measures how far apart the processors are. */
  private RunResult fork(Jdk jdk, Trial trial, PrintStream output) throws RunnerException {
    long started = System.nanoTime();
    wasUsual = isUsual();
    RunResult result =
        new Runner(
                options(jdk, trial).build(),
                OutputFormatFactory.createFormatInstance(output, VerboseMode.NORMAL))
            .runSingle();
    wasUsual &= isUsual();
    wasUsual |= System.nanoTime() - started > LONGEST_REPEATED.toNanos();
    return result;
  }

  private boolean isUsual() {
    double now = distance.getAsDouble();
    distances.add(now);
    double usual = Measured.median(distances.stream().mapToDouble(Double::doubleValue).toArray());
    return now <= USUAL * usual && usual <= USUAL * now;
  }

  private ChainedOptionsBuilder options(Jdk jdk, Trial trial) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(Trial.PACKAGE + trial.benchmark()) + "$")
            .jvm(jdk.java().toString())
            .forks(1)
            .warmupForks(0)
            .warmupTime(iteration)
            .measurementTime(trial.params().containsKey("rate") ? ITERATION_AT_A_RATE : iteration)
            .timeout(LONGEST_ITERATION)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .addProfiler(MetricsProfiler.class);
    if (Counters.AVAILABLE) {
      options.addProfiler(LinuxPerfNormProfiler.class);
    }
    trial.params().forEach(options::param);
    if (!trial.collector().isEmpty()) {
      options.jvmArgsPrepend(trial.collector());
    }
    return options;
  }

  /**
   * Writes what JMH itself would have written, had it run all rounds of a trial in a row: beside
   * the log all of it, and in the report's folder what the report reads.
   */
  private void write(Jdk jdk) throws IOException {
    List<RunResult> merged = new ArrayList<>();
    results
        .getOrDefault(jdk, Map.of())
        .values()
        .forEach(
            ofTrial -> {
              List<BenchmarkResult> forks = new ArrayList<>();
              ofTrial.forEach(result -> forks.addAll(result.getBenchmarkResults()));
              merged.add(new RunResult(ofTrial.get(0).getParams(), forks));
            });
    if (merged.isEmpty()) { // all skipped, or failed
      return;
    }
    Path whole = log.resolveSibling("jmh-jdk-%d.json".formatted(jdk.release()));
    ResultFormatFactory.getInstance(ResultFormatType.JSON, whole.toString()).writeOut(merged);
    CompactJson.write(whole, Objects.requireNonNull(files.get(jdk)));
  }

  private static String minutes(long nanos) {
    long seconds = Duration.ofNanos(nanos).toSeconds();
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
