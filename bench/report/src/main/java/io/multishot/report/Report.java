package io.multishot.report;

import io.multishot.bench.LineTrip;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import joptsimple.OptionException;

/** The command: measures, draws the report, or compares two reports. */
public final class Report {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final ReportOptions options;

  private Report(PrintStream out, ReportOptions options) {
    this.out = out;
    this.options = options;
  }

  /** See {@code --help}. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true"); // charts are drawn on no screen
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, args));
  }

  /** Does what the arguments say, and returns the exit status of the process. */
  static int run(PrintStream out, String... args) throws IOException {
    try {
      ReportOptions options = ReportOptions.parse(args);
      if (options.isHelp()) {
        ReportOptions.printHelp(out);
        return 0;
      }
      return new Report(out, options).run();
    } catch (UsageException | OptionException e) { // a value is converted when it is asked for
      out.println("error: " + e.getMessage());
      out.println();
      out.println(ReportOptions.USAGE);
      return MISUSED;
    } catch (UncheckedIOException e) {
      return fail(out, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      return fail(out, e);
    } catch (CancellationException e) {
      out.println("error: interrupted");
      return FAILED;
    }
  }

  private static int fail(PrintStream out, IOException e) {
    String reason =
        e instanceof NoSuchFileException missing
            ? "there is no " + missing.getFile()
            : e instanceof NotDirectoryException file
                ? file.getFile() + " is no folder"
                : e instanceof FileSystemException file && file.getReason() == null
                    ? file.getFile() + ": " + e.getClass().getSimpleName()
                    : e.getMessage();
    out.println("error: " + String.valueOf(reason).lines().findFirst().orElse(""));
    return FAILED;
  }

  private int run() throws IOException, UsageException {
    switch (options.command()) {
      case "quick", "full" -> {
        options.operands(0, 0);
        return measure();
      }
      case "draw" -> {
        options.operands(0, 0);
        draw(ReportFolder.of(options.folder()));
        return 0;
      }
      case "compare" -> {
        List<String> folders = options.operands(2, 2);
        return compare(Path.of(folders.get(0)), Path.of(folders.get(1)));
      }
      case "readme" -> {
        List<String> files = options.operands(0, 1);
        Path file = files.isEmpty() ? Folders.ROOT_README : Path.of(files.get(0));
        ReadmeTable.write(file, ReportFolder.of(options.folder()).results());
        written(file);
        return 0;
      }
      case "compact" -> {
        options.operands(0, 0);
        int files = ReportFolder.of(options.folder()).compact();
        out.printf("%d files shortened in %s%n", files, options.folder());
        return 0;
      }
      default -> throw new UsageException("no such command: " + options.command());
    }
  }

  private int measure() throws IOException, UsageException {
    Path folder = options.folder();
    Set<Trial> trials = options.trials();
    List<Jdk> jdks = options.jdks();
    Campaign campaign =
        new Campaign(
            jdks,
            trials,
            options.rounds(),
            options.iteration(),
            folder,
            Folders.BUILD.resolve("jmh.log"),
            out,
            Report::distance);
    Machine machine = Machine.describe(options.chosen());
    out.printf(
        "%d trials, in %d rounds, on %s; %s ms iterations%n",
        trials.size(),
        options.rounds(),
        String.join(" and ", jdks.stream().map(jdk -> "JDK " + jdk.release()).toList()),
        options.iteration().toMillis());
    if (!machine.isQuiet()) {
      out.printf(
          "warning: the machine is busy (load %s); threads that spin need a processor each%n",
          Numbers.digits(machine.load()));
    }
    machine.write(folder, options.isAdded());
    if (!options.isAdded()) {
      for (Jdk jdk : jdks) {
        Results.delete(folder, jdk.release());
      }
    }
    List<String> failures = campaign.run();
    draw(ReportFolder.of(folder));
    failures.forEach(failure -> out.println("error: " + failure));
    return failures.isEmpty() ? 0 : FAILED;
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

  private void draw(ReportFolder report) throws IOException {
    written(report.draw());
  }

  private void written(Path file) {
    out.println("written: " + file.toAbsolutePath().normalize());
  }

  private int compare(Path before, Path after) throws IOException, UsageException {
    double tolerance = options.tolerance();
    int regressions = 0;
    int compared = 0;
    List<Results> olds = ReportFolder.of(before).results();
    for (Results results : ReportFolder.of(after).results()) {
      for (Results old : olds) {
        if (old.release() == results.release()) {
          compared++;
          out.println("JDK " + results.release());
          regressions += new Comparison(old, results, tolerance, out).print(Catalogue.sections());
        }
      }
    }
    if (compared == 0) {
      throw new IOException("no JDK was measured in both " + before + " and " + after);
    }
    return regressions == 0 ? 0 : FAILED;
  }
}
