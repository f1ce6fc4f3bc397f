package io.multishot.soak;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param time how long to run in all
 * @param seed what all follows from
 * @param forks how many virtual machines share the time; {@code null} for as many as make sense
 * @param only the one of them to run; {@code null} for all
 * @param stall how long without progress is for ever
 * @param scope which programs to run
 * @param lateReplies so many requests of {@link LateReplies}, and nothing else; {@code null} if not
 * @param help whether to print {@link #HELP} and nothing else
 */
record Options(
    Duration time,
    long seed,
    @Nullable Integer forks,
    @Nullable Integer only,
    Duration stall,
    Scope scope,
    @Nullable Long lateReplies,
    boolean help) {

  static final String HELP =
      """
      Usage: Soak [options]

      Runs random programs over all kinds of generated channels, slabs and calls, in machines
      with different garbage collectors and compilers, while all goes wrong that can; and checks
      that no value is lost, doubled or mixed up, no wake-up missed, nothing kept and
      nothing allocated. Ends with a summary, and with 1 if anything was found.

        --time T     how long in all, such as 30s, 10m or 1h (default 5m)
        --seed S     what the programs are drawn from (default: another each time; it is
                     printed). The same seed draws the same programs, with the same plan
                     for each thread and shot. The schedule is the machine's, and so is how
                     far each program gets in its time: a failure that depends on them may
                     take several runs to be seen again.
        --forks N    how many virtual machines share the time, 1 to 1000 (default: one for
                     each 30 seconds, 30 at most)
        --only F     only the fork of this number, for all of the time: to see a failure again
        --stall T    how long nothing may get on before that is a failure (default 30s)
        --slabs      the programs of slabs only
        --calls      the programs of calls only
        --late-replies N
                     instead: N requests to slabs whose slots are used again at once, while
                     replies come late, twice, and to names that mean nothing; no forks
        --help       print this
      """;

  private static final Duration PER_FORK = Duration.ofSeconds(30);
  private static final int MOST_FORKS = 30;
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  static Options parse(String... args) throws BadOptionException {
    long seed = new SplittableRandom().nextLong();
    Options options =
        new Options(
            Duration.ofMinutes(5),
            seed,
            null,
            null,
            Duration.ofSeconds(30),
            Scope.ALL,
            null,
            false);
    for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
      options = options.with(rest.next(), rest);
    }
    Integer only = options.only;
    if (only != null && only >= options.forkCount()) {
      throw new BadOptionException(
          "--only %d: there are forks 0 to %d; give --forks as in the run to see again"
              .formatted(only, options.forkCount() - 1));
    }
    return options;
  }

  int forkCount() {
    if (forks != null) {
      return forks;
    }
    return (int) Math.max(1, Math.min(MOST_FORKS, time.dividedBy(PER_FORK)));
  }

  private Options with(String name, Iterator<String> rest) throws BadOptionException {
    return switch (name) {
      case "--help" -> new Options(time, seed, forks, only, stall, scope, lateReplies, true);
      case "--slabs" -> new Options(time, seed, forks, only, stall, Scope.SLABS, lateReplies, help);
      case "--calls" -> new Options(time, seed, forks, only, stall, Scope.CALLS, lateReplies, help);
      case "--time" ->
          new Options(time(name, rest), seed, forks, only, stall, scope, lateReplies, help);
      case "--seed" ->
          new Options(time, seed(name, rest), forks, only, stall, scope, lateReplies, help);
      case "--forks" ->
          new Options(
              time, seed, number(name, rest, 1, 1000), only, stall, scope, lateReplies, help);
      case "--only" ->
          new Options(
              time, seed, forks, number(name, rest, 0, 999), stall, scope, lateReplies, help);
      case "--stall" ->
          new Options(time, seed, forks, only, time(name, rest), scope, lateReplies, help);
      case "--late-replies" ->
          new Options(time, seed, forks, only, stall, scope, count(name, rest), help);
      default ->
          throw new BadOptionException(
              "unknown option '" + name + "': --help lists the options there are");
    };
  }

  private static Duration time(String name, Iterator<String> rest) throws BadOptionException {
    String text = value(name, rest);
    Matcher matcher = TIME.matcher(text);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      Duration time =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
          };
      if (!time.isZero() && time.compareTo(Duration.ofDays(30)) <= 0) {
        return time;
      }
    }
    throw new BadOptionException(
        name + " '" + text + "': give a time from 1ms to 720h, such as 30s, 10m or 1h");
  }

  private static long seed(String name, Iterator<String> rest) throws BadOptionException {
    String text = value(name, rest);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadOptionException(name + " '" + text + "': give a whole number of 64 bits");
    }
  }

  private static int number(String name, Iterator<String> rest, int least, int most)
      throws BadOptionException {
    String text = value(name, rest);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as is a number out of range
    }
    throw new BadOptionException(
        "%s '%s': give a whole number from %d to %d".formatted(name, text, least, most));
  }

  private static long count(String name, Iterator<String> rest) throws BadOptionException {
    String text = value(name, rest);
    if (text.matches("[1-9][0-9]{0,11}")) {
      return Long.parseLong(text);
    }
    throw new BadOptionException(
        name + " '" + text + "': give a whole number from 1 to 999999999999");
  }

  private static String value(String name, Iterator<String> rest) throws BadOptionException {
    if (!rest.hasNext()) {
      throw new BadOptionException(name + " needs a value: see --help");
    }
    return rest.next();
  }
}
