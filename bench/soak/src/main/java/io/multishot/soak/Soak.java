package io.multishot.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command: {@link Options#HELP} tells its options. */
public final class Soak {

  private final Options options;
  private final PrintStream out;
  private final Launcher launcher;
  private final Tally tally = new Tally();
  private final Map<Collector, Boolean> collectors = new EnumMap<>(Collector.class);

  private Soak(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.launcher = new Launcher(out);
  }

  /** Ends with 0 if all was well, 1 if something was found, and 2 if an option is wrong. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int code = run(System.out, System.err, args);
    System.exit(code);
  }

  static int run(PrintStream out, PrintStream err, String... args)
      throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (BadOptionException e) {
      err.println("soak: " + e.getMessage());
      return 2;
    }
    if (options.help()) {
      out.print(Options.HELP);
      return 0;
    }
    Long lateReplies = options.lateReplies();
    return lateReplies == null
        ? new Soak(options, out).run(err)
        : runLateReplies(options, lateReplies, out);
  }

  private static int runLateReplies(Options options, long requests, PrintStream out)
      throws InterruptedException {
    out.println("soak: late replies, JDK %s, seed %d".formatted(Runtime.version(), options.seed()));
    SlabKind[] kinds = SlabKind.values();
    try {
      for (SlabKind kind : kinds) {
        long begin = System.nanoTime();
        String told =
            LateReplies.run(
                kind.open(LateReplies.CAPACITY),
                options.seed(),
                requests / kinds.length,
                options.stall().toNanos());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        out.println(
            "soak: late replies, %s: %s; none wrong, in %,d ms".formatted(kind, told, millis));
      }
      return 0;
    } catch (SoakFailure failure) {
      failure.printStackTrace(out);
      return 1;
    }
  }

  private int run(PrintStream err) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    out.println(
        "soak: JDK %s, %d processors, seed %d"
            .formatted(
                Runtime.version(), Runtime.getRuntime().availableProcessors(), options.seed()));
    List<ForkPlan> forks = new ArrayList<>();
    for (ForkPlan fork : ForkPlan.all(options.seed(), options.forkCount())) {
      boolean isWanted = options.only() == null || options.only() == fork.number();
      if (isWanted && has(fork.collector())) {
        forks.add(fork);
      }
    }
    if (forks.isEmpty()) {
      err.println("soak: no fork is left to run");
      return 2;
    }
    ForkPlan failed = run(forks);
    summarize(forks.size(), Duration.ofNanos(System.nanoTime() - begin), failed);
    return failed == null ? 0 : 1;
  }

  private boolean has(Collector collector) throws IOException, InterruptedException {
    Boolean known = collectors.get(collector);
    if (known == null) {
      known = launcher.has(collector);
      collectors.put(collector, known);
      if (!known) {
        out.println("soak: this JDK has no collector " + collector + ": its forks are left out");
      }
    }
    return known;
  }

  /** Returns the one that failed. */
  private @Nullable ForkPlan run(List<ForkPlan> forks) throws IOException, InterruptedException {
    for (ForkPlan fork : forks) {
      Duration share = options.time().dividedBy(forks.size());
      Launcher.Result result = launcher.run(fork, share, options.stall(), options.scope());
      tally.add(result.tally());
      out.println(
          "soak: %s: %,d shots in %,d programs"
              .formatted(fork, result.tally().shots(), result.tally().get(Count.PROGRAMS)));
      if (result.isFailed()) {
        return fork;
      }
    }
    return null;
  }

  private void summarize(int forks, Duration elapsed, @Nullable ForkPlan failed) {
    if (failed != null) {
      out.println(
          "soak: to see it again: --seed %d --forks %d --only %d"
              .formatted(options.seed(), options.forkCount(), failed.number()));
    }
    String counts =
        tally.toMap().entrySet().stream()
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
    out.println(
        String.format(
            Locale.ROOT,
            "soak: %,d shots in %d forks: %s; elapsed %d s, seed %d, failures %d",
            tally.shots(),
            forks,
            counts,
            elapsed.toSeconds(),
            options.seed(),
            failed == null ? 0 : 1));
  }
}
