package io.multishot.spin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The models in {@code src/test/spin}, explored whole: they are right, each mistake that they name
 * is found, and each situation that they name comes about, so that nothing is right for want of
 * trying.
 */
@Tag("deep")
final class SpinModelTest {

  private static final SpinModel CHANNEL = SpinModel.of("channel.pml", "SHOTS=2");
  private static final SpinModel DELIVERY = SpinModel.of("delivery.pml", "SHOTS=3");
  private static final SpinModel GROUP = SpinModel.of("group.pml", "WAITS=2");

  @TempDir Path folder;

  @BeforeAll
  static void requireTools() throws InterruptedException {
    Tool.require("spin");
    Tool.require("gcc");
  }

  @TestFactory
  Stream<DynamicTest> whatTheContractPromisesHoldsInEveryState() {
    return Stream.of(
        holds("two shots, with all that a receiver and a sender can do", CHANNEL),
        holds(
            "three shots, waited for in every way, renewed and closed",
            SpinModel.of("channel.pml", "SHOTS=3", "WITHOUT_SHOTS")),
        holds(
            "three shots, by way of a Shot or not, renewed and closed",
            SpinModel.of("channel.pml", "SHOTS=3", "WITHOUT_WAKERS")),
        holds("three shots, by handlers, executors and futures", DELIVERY),
        holds(
            "two waits of a thread for any or all of two receivers",
            SpinModel.of("group.pml", "WAITS=2", "WITHOUT_WAKERS")),
        holds(
            "two waits by a waker for any or all of two receivers",
            SpinModel.of("group.pml", "WAITS=2", "WITHOUT_THREADS")),
        holds(
            "one wait for any or all of three receivers",
            SpinModel.of("group.pml", "RECEIVERS=3", "WAITS=1")));
  }

  @TestFactory
  Stream<DynamicTest> whoWaitsGoesOnInTheEnd() {
    return Stream.of(
        holds("two shots, with all that can be done", CHANNEL.aboutProgress()),
        holds(
            "three shots, renewed and closed",
            SpinModel.of("channel.pml", "SHOTS=3", "WITHOUT_WAKERS", "WITHOUT_SHOTS")
                .aboutProgress()));
  }

  @TestFactory
  Stream<DynamicContainer> everyMistakeIsFound() throws IOException {
    return Stream.of(
        canaries(CHANNEL, "MUTANT"),
        canaries(CHANNEL.aboutProgress(), "LIVELOCK"),
        canaries(DELIVERY, "MUTANT"),
        canaries(GROUP, "MUTANT"));
  }

  @TestFactory
  Stream<DynamicContainer> everySituationComesAbout() throws IOException {
    return Stream.of(
        canaries(CHANNEL, "WITNESS"), canaries(DELIVERY, "WITNESS"), canaries(GROUP, "WITNESS"));
  }

  private DynamicTest holds(String what, SpinModel model) {
    return dynamicTest(
        what,
        () -> {
          long states = model.prove(newFolder());
          System.out.printf("%s: %,d states, no error%n", model, states);
        });
  }

  private DynamicContainer canaries(SpinModel model, String prefix) throws IOException {
    List<String> names = model.definable(prefix);
    assertFalse(names.isEmpty(), () -> model + " names no " + prefix);
    return dynamicContainer(model.toString(), names.stream().map(name -> fails(model, name)));
  }

  private DynamicTest fails(SpinModel model, String name) {
    String inWords =
        name.substring(name.indexOf('_') + 1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return dynamicTest(
        inWords,
        () ->
            System.out.printf(
                "%s, %s: %s%n", model, name, model.defining(name).refute(newFolder())));
  }

  private Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "model");
  }
}
