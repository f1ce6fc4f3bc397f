package io.multishot.soak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.WaitPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The soak for a few seconds, and the command line. */
final class SoakTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int soak(String... args) throws IOException, InterruptedException {
    return Soak.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }

  @Test
  void run_ofTwoSeconds_findsNothingAndPrintsItsCounts() throws Exception {
    assertEquals(0, soak("--time", "2s", "--forks", "1", "--seed", "42"), out::toString);
    String printed = out.toString(UTF_8);
    String summary = printed.lines().reduce("", (before, last) -> last);
    assertTrue(summary.matches("soak: [0-9,]+ shots in 1 forks: .*"), printed);
    assertTrue(summary.endsWith("seed 42, failures 0"), printed);
    assertTrue(!summary.contains(" 0 programs"), printed);
  }

  /** With one kind of each program, in this virtual machine. */
  @Test
  void programs_runAndAccountForEveryValue() throws Exception {
    Tally tally = new Tally();
    long nanos = TimeUnit.MILLISECONDS.toNanos(100);
    Limits limits = new Limits(120, nanos, nanos, TimeUnit.SECONDS.toNanos(30));
    for (Program program : Program.values()) {
      Episode.of(7, program).run(limits, tally);
    }
    assertEquals(Program.values().length, tally.get(Count.PROGRAMS));
    assertTrue(tally.get(Count.SAME_THREAD) > 0 && tally.get(Count.CROSS_THREAD) > 0);
    assertEquals(
        tally.get(Count.SENT), tally.get(Count.RECEIVED) + tally.get(Count.DROPPED), "values");
  }

  @Test
  void episodes_ofTheSameSeed_areTheSame() {
    assertEquals(episodes(42), episodes(42));
    assertNotEquals(episodes(42), episodes(43));
  }

  private static List<Episode> episodes(long seed) {
    return LongStream.range(0, 100).mapToObj(number -> Episode.of(seed, number)).toList();
  }

  @Test
  void disturbances_ofTheSameSeed_areTheSame() throws Exception {
    assertEquals(faults(42), faults(42));
    assertNotEquals(faults(42), faults(43));
  }

  /** What depends on the plans alone, and not on the schedule. */
  private static Map<Count, Long> faults(long seed) throws InterruptedException {
    Tally tally = new Tally();
    Limits limits = new Limits(150, Long.MAX_VALUE, 0, TimeUnit.SECONDS.toNanos(30));
    Episode.of(seed, Program.EXCHANGE).run(limits, tally);
    Map<Count, Long> faults = new EnumMap<>(tally.toMap());
    faults
        .keySet()
        .retainAll(
            Set.of(Count.CROSS_THREAD, Count.RENEWED, Count.CLOSED, Count.INTERRUPTS, Count.LATE));
    return faults;
  }

  /** Every type with every policy; each type, and each policy, both padded and unpadded. */
  @Test
  void kinds_coverEveryTypePolicyAndPadding() {
    assertEquals(12 * WaitPolicy.values().length + 3, Kind.all().size());
    for (String policy : List.of("Spinning", "Parking", "Busy")) {
      assertBothPaddings(kind -> kind.replaceAll("View$", "").endsWith(policy), policy);
    }
    Set<String> types = new TreeSet<>();
    for (Kind kind : Kind.all()) {
      types.add(kind.toString().replaceAll("(Spinning|Parking|Busy)(View)?$", ""));
    }
    assertEquals(12, types.size(), types::toString);
    types.forEach(type -> assertBothPaddings(kind -> kind.startsWith(type), type));
  }

  private static void assertBothPaddings(Predicate<String> names, String message) {
    Set<Boolean> paddings =
        Kind.all().stream()
            .filter(kind -> names.test(kind.toString()))
            .map(Kind::isPadded)
            .collect(Collectors.toSet());
    assertEquals(Set.of(true, false), paddings, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tiem|unknown option '--tiem': --help lists the options there are",
        "--time|--time needs a value: see --help",
        "--time 5|--time '5': give a time from 1ms to 720h, such as 30s, 10m or 1h",
        "--time 0s|--time '0s': give a time from 1ms to 720h, such as 30s, 10m or 1h",
        "--seed x|--seed 'x': give a whole number of 64 bits",
        "--forks 0|--forks '0': give a whole number from 1 to 1000",
        "--late-replies 0|--late-replies '0': give a whole number from 1 to 999999999999",
        "--forks 2 --only 2|--only 2: there are forks 0 to 1; give --forks as in the run to see"
            + " again",
      })
  void run_withABadOption_returns2AndReportsIt(String args, String message) throws Exception {
    assertEquals(2, soak(args.split(" ", -1)));
    assertEquals("soak: " + message, err.toString(UTF_8).strip());
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void run_withHelp_listsTheOptions() throws Exception {
    assertEquals(0, soak("--help"));
    for (String option :
        List.of(
            "--time",
            "--seed",
            "--forks",
            "--only",
            "--stall",
            "--slabs",
            "--calls",
            "--late-replies",
            "--help")) {
      assertTrue(out.toString(UTF_8).contains(option), option);
    }
  }
}
