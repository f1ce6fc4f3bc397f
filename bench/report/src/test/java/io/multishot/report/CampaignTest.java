package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With JMH's own forks, as short as they can be. */
final class CampaignTest {

  private static final Trial FLOOR = Trial.parse("SameThreadCycle.floor -XX:+UseSerialGC");
  private static final Trial OTHER = Trial.parse("SameThreadCycle.ofLong");
  private static final Trial NONE = Trial.parse("SameThreadCycle.nothing");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir Path folder;

  /** Nothing that is measured here is used: it need not have the machine to itself. */
  @BeforeAll
  static void runBesideOtherMeasurements() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void run_forksEachTrialOncePerRoundAndReportsAFailureOnce() throws IOException {
    Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home")));
    assertNotNull(jdk);
    new JmhJson()
        .add(OTHER.toString(), 3, 4, 5)
        .add(FLOOR.toString(), 1e9)
        .write(folder, jdk.release());
    Path log = folder.resolve("log");
    Set<Trial> trials = new LinkedHashSet<>(List.of(NONE, FLOOR));
    Campaign campaign =
        new Campaign(
            List.of(jdk),
            trials,
            2,
            Duration.ofMillis(10),
            folder,
            log,
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            () -> 70);
    List<String> failures = campaign.run();
    String progress = printed.toString(StandardCharsets.UTF_8);

    assertEquals(1, failures.size(), progress);
    assertTrue(failures.get(0).contains(NONE + ": JMH knows no such benchmark"), failures.get(0));
    assertTrue(progress.contains("100 %"), progress);
    assertTrue(Files.readString(log).contains("# Run complete."));

    Results results = Results.read(folder, jdk.release());
    assertEquals(Set.of(FLOOR, OTHER), results.trials());
    double[] forks = results.of(timeOf(FLOOR));
    assertEquals(3, forks.length);
    assertEquals(1e9, forks[0], "the round of an earlier run");
    assertTrue(forks[1] > 0 && forks[1] < 1e9 && forks[2] > 0 && forks[2] < 1e9);
    assertArrayEquals(new double[] {3, 4, 5}, results.of(timeOf(OTHER)));
    Path file = folder.resolve("jdk-%d-2.json".formatted(jdk.release()));
    assertFalse(Files.readString(file).contains(jdk.home().toString()));
  }

  /**
   * The first looks; as usual, far after the first fork; near, as usual; as usual; far for good.
   */
  @Test
  void run_repeatsAForkWhileTheProcessorsAreFartherOrNearerThanUsual() throws IOException {
    Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home")));
    assertNotNull(jdk);
    List<Double> looks = new ArrayList<>(Collections.nCopies(15, 70.0));
    looks.addAll(List.of(70.0, 310.0, 31.0, 75.0, 75.0, 80.0));
    Iterator<Double> distances = looks.iterator();
    Campaign campaign =
        new Campaign(
            List.of(jdk),
            Set.of(FLOOR),
            2,
            Duration.ofMillis(10),
            folder,
            folder.resolve("log"),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            () -> distances.hasNext() ? distances.next() : 310);
    assertEquals(List.of(), campaign.run());
    List<String> progress = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(progress.get(0).endsWith("repeated: the processors had moved, or were busy"));
    assertTrue(progress.get(1).endsWith("the processors had moved, or were busy, and still"));
    assertEquals(2, Results.read(folder, jdk.release()).of(timeOf(FLOOR)).length);
  }

  @Test
  void run_writesNoFileWithoutResults() throws IOException {
    Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home")));
    assertNotNull(jdk);
    Campaign campaign =
        new Campaign(
            List.of(jdk),
            Set.of(NONE),
            2,
            Duration.ofMillis(10),
            folder,
            folder.resolve("log"),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            () -> 70);
    assertEquals(1, campaign.run().size());
    assertFalse(Files.exists(folder.resolve("jdk-%d.json".formatted(jdk.release()))));
  }

  private static Case timeOf(Trial trial) {
    return new Case("", Case.Role.OURS, "", trial, Measured.TIME, null, true);
  }
}
