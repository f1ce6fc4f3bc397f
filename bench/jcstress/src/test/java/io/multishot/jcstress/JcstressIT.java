package io.multishot.jcstress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.jcstress.JcstressRun.Verdicts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The stress tests in {@code jcstress.jar}: of the generated channels none may fail, and of the
 * mutants, each must.
 *
 * <p>What a build has time for is some of either, for a short while. All tests, for longer, are
 * {@code java -jar bench/jcstress/target/jcstress.jar -t 'jcstress\.[A-Z]'}.
 */
final class JcstressIT {

  private static final String PACKAGE = "io.multishot.jcstress.";
  private static final String MUTANTS = PACKAGE + "mutant.";

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10); // it takes less than one

  /** How often a mistake has a chance to show. */
  private static final int ROUNDS = 5;

  private static final List<String> SOME =
      List.of(
          "Publishing.OfMessageAsView",
          "Waking.SendOrReplace",
          "Recycling.WakeWhileRecycled",
          "Abandoning.SendOrRenew",
          "Executing.RefuseOrNextShot",
          "Futures.SendOrCancel",
          "Grouping.AllOfTwoSenders",
          "Terminating.BySendToParked",
          "Slots.SentByTwo",
          "Slots.LateSendOrReuse",
          "SlotWaits.SendOrTimeOut",
          "Seats.AskOrPoll",
          "Seats.ServeOrAskAnother");

  private static final List<String> SOME_MUTANTS =
      List.of(
          "Publishing.ValueWrittenLast",
          "Waking.SendInTwoSteps",
          "Executing.RefusalForgetsTheNext",
          "Slots.ClaimInTwoSteps",
          "Seats.LeftWithoutALook");

  /** These hang until jcstress has lost patience, half a minute later. */
  private static final String HANGING_CONTROLS = MUTANTS + "Terminating.";

  private static final String HANGING_CONTROL = HANGING_CONTROLS + "NoUnpark";

  /** From 23 on, javac may leave the annotations alone, and say nothing: no test would run. */
  @Test
  void stressTests_areAllListed() throws Exception {
    Set<String> annotated = annotated();
    assertFalse(annotated.isEmpty());
    assertEquals(annotated, JcstressRun.listed());
  }

  @Test
  void stressTests_haveAMutantOfEachKind() throws Exception {
    assertEquals(kinds(tests()), kinds(mutants()));
  }

  @Test
  void run_ofSomeTestsAndMutants_failsTheMutantsOnly() throws Exception {
    Set<String> channels = named(PACKAGE, SOME);
    Set<String> broken = named(MUTANTS, SOME_MUTANTS);
    try (JcstressRun hanging = JcstressRun.start(Set.of(HANGING_CONTROL), SHORT)) {
      Verdicts verdicts = run(union(channels, broken), SHORT);
      assertTrue(broken.containsAll(verdicts.failed()), verdicts.output());
      broken.removeAll(verdicts.failed());
      assertCaught(broken);
      assertEquals(Set.of(HANGING_CONTROL), hanging.await(PATIENCE).failed());
    }
  }

  @Test
  @Tag("deep")
  void run_ofAllMutants_failsEachOfThem() throws Exception {
    Set<String> mutants = mutants();
    Set<String> hanging = startingWith(HANGING_CONTROLS, mutants);
    mutants.removeAll(hanging);
    assertCaught(mutants);
    assertCaught(hanging);
  }

  private static void assertCaught(Set<String> mutants) throws Exception {
    Set<String> escaped = new TreeSet<>(mutants);
    for (int round = 0; round < ROUNDS && !escaped.isEmpty(); round++) {
      escaped.removeAll(run(escaped, LONG).failed());
    }
    assertEquals(Set.of(), escaped);
  }

  private static Verdicts run(Set<String> tests, Duration time) throws Exception {
    try (JcstressRun run = JcstressRun.start(tests, time)) {
      Verdicts verdicts = run.await(PATIENCE);
      assertTrue(verdicts.planned() >= tests.size(), verdicts.output());
      assertEquals(0, verdicts.errors(), verdicts.output());
      return verdicts;
    }
  }

  private static Set<String> tests() throws IOException, InterruptedException {
    Set<String> tests = JcstressRun.listed();
    tests.removeIf(name -> name.startsWith(MUTANTS));
    return tests;
  }

  private static Set<String> mutants() throws IOException, InterruptedException {
    return startingWith(MUTANTS, JcstressRun.listed());
  }

  private static Set<String> startingWith(String prefix, Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String prefix, List<String> names) {
    return names.stream().map(prefix::concat).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** The simple names of the classes that the tests are nested in. */
  private static Set<String> kinds(Set<String> tests) {
    return tests.stream()
        .map(name -> name.split("\\."))
        .map(parts -> parts[parts.length - 2])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> annotated() throws Exception {
    try (JarFile jar = new JarFile(JcstressRun.JAR.toFile());
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {JcstressRun.JAR.toUri().toURL()},
                ClassLoader.getPlatformClassLoader())) {
      Set<String> found = new TreeSet<>();
      for (String entry : jar.stream().map(Object::toString).toList()) {
        if (entry.startsWith("io/multishot/jcstress/") && entry.endsWith(".class")) {
          String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
          Class<?> type = loader.loadClass(name);
          if (isTest(type)) {
            found.add(type.getCanonicalName());
          }
        }
      }
      return found;
    }
  }

  private static boolean isTest(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("JCStressTest"));
  }
}
