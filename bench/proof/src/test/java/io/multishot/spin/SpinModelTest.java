package io.multishot.spin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.multishot.fixtures.LastRun;
import io.multishot.proof.Concurrently;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

  private static final SpinModel ONE_SHOT = SpinModel.of("channel.pml", "SHOTS=1");

  /** Each by itself is small enough to be explored whole; all in one is not. */
  private static final List<SpinModel> CHANNELS =
      List.of(
          ONE_SHOT,
          SpinModel.of("channel.pml", "SHOTS=2", "WITHOUT_LEASES", "WITHOUT_ONLOOKERS"),
          SpinModel.of(
              "channel.pml",
              "SHOTS=2",
              "WITHOUT_ABANDONMENT",
              "WITHOUT_ONLOOKERS",
              "WITHOUT_WAKERS"));

  private static final SpinModel HANDLERS =
      SpinModel.of("handlers.pml", "SHOTS=2", "REGISTRATIONS=2");

  private static final SpinModel FUTURES =
      SpinModel.of("future.pml", "SHOTS=2", "WITHOUT_TWO_COMPLETERS");

  private static final SpinModel GROUP = SpinModel.of("group.pml", "WAITS=2");

  /** By senders, by late owners, by handlers, and while the slab is closed. */
  private static final List<SpinModel> SLABS =
      List.of(
          SpinModel.of(
              "slab.pml",
              "SHOTS=2",
              "SENDERS=2",
              "WITHOUT_HANDLERS",
              "WITHOUT_CLOSE",
              "WITHOUT_OTHERS",
              "WITHOUT_DEADLINES",
              "WITHOUT_FAILURES"),
          SpinModel.of(
              "slab.pml",
              "SHOTS=2",
              "SENDERS=0",
              "OWNERS=2",
              "WITHOUT_HANDLERS",
              "WITHOUT_CLOSE",
              "WITHOUT_DEADLINES"),
          SpinModel.of(
              "slab.pml",
              "SHOTS=2",
              "SENDERS=1",
              "WITHOUT_WAKERS",
              "WITHOUT_CLOSE",
              "WITHOUT_DEADLINES",
              "WITHOUT_FAILURES"),
          SpinModel.of(
              "slab.pml",
              "SHOTS=1",
              "SENDERS=1",
              "WITHOUT_HANDLERS",
              "WITHOUT_OTHERS",
              "WITHOUT_FAILURES"));

  private static final SpinModel SEAT = SpinModel.of("seat.pml", "QUESTIONS=2");

  /** Most mutants show in one question, whose states are few. */
  private static final List<SpinModel> SEATS =
      List.of(SpinModel.of("seat.pml", "QUESTIONS=1"), SEAT);

  private static final AtomicInteger explorations = new AtomicInteger();
  private static final AtomicLong allStates = new AtomicLong();

  /** One exploration per processor at a time: each has one thread. */
  private static final ExecutorService explorers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @TempDir Path folder;

  @AfterAll
  static void noteWhatWasExplored() {
    explorers.shutdownNow();
    LastRun.note(
        "models", "%d explorations, %,d states of what holds", explorations.get(), allStates.get());
  }

  @BeforeAll
  static void requireTools() throws InterruptedException {
    Tool.require("spin");
    Tool.require("gcc");
  }

  @TestFactory
  Stream<DynamicTest> contract_inEveryState_holds() {
    return Stream.of(
        holds("a shot, with all that a receiver, a sender and others can do", CHANNELS.get(0)),
        holds("two shots, but for sendFrom", CHANNELS.get(1)),
        holds("two shots, by sendFrom or not, that nobody abandons", CHANNELS.get(2)),
        holds(
            "two shots, while somebody else asks whether they are abandoned",
            SpinModel.of("channel.pml", "SHOTS=2", "WITHOUT_LEASES", "WITHOUT_WAKERS")),
        holds(
            "three shots that a thread waits for, renewed and closed",
            SpinModel.of(
                "channel.pml",
                "SHOTS=3",
                "WITHOUT_LEASES",
                "WITHOUT_ONLOOKERS",
                "WITHOUT_SHOTS",
                "WITHOUT_WAKERS")),
        holds("two registrations of handlers, by all kinds of executors", HANDLERS),
        holds(
            "three registrations, by no executor or by the owner's loop",
            SpinModel.of("handlers.pml", "SHOTS=2", "REGISTRATIONS=3", "WITHOUT_ANY")),
        holds(
            "three shots by handlers without executors",
            SpinModel.of(
                "handlers.pml", "SHOTS=3", "REGISTRATIONS=3", "WITHOUT_ANY", "WITHOUT_LOOP")),
        holds("two shots by futures", FUTURES),
        holds(
            "a shot by a future that two complete besides", SpinModel.of("future.pml", "SHOTS=1")),
        holds(
            "two waits of a thread for one or for both of two receivers",
            SpinModel.of("group.pml", "WAITS=2", "WITHOUT_WAKERS")),
        holds(
            "two waits by a waker for one or for both of two receivers",
            SpinModel.of("group.pml", "WAITS=2", "WITHOUT_THREADS")),
        holds(
            "one wait for one, two or all of three receivers",
            SpinModel.of("group.pml", "RECEIVERS=3", "WAITS=1")),
        holds("two shots of a slot, and two senders that know both ids", SLABS.get(0)),
        holds("two shots of a slot, and two owners of whom one is late", SLABS.get(1)),
        holds("two shots of a slot by handlers, that somebody else abandons", SLABS.get(2)),
        holds("a shot that is acquired while its slab is closed", SLABS.get(3)),
        holds("two questions at a seat, with all that both halves can do", SEAT),
        holds(
            "three questions at a seat, of a server that parks and answers at once",
            SpinModel.of(
                "seat.pml",
                "QUESTIONS=3",
                "WITHOUT_OTHERS",
                "WITHOUT_WAKERS",
                "WITHOUT_INTERRUPTS")));
  }

  @TestFactory
  Stream<DynamicTest> wait_ifNoThreadStops_endsEventually() {
    return Stream.of(
        holds("a shot, with all that can be done", ONE_SHOT.aboutProgress()),
        holds(
            "two shots, renewed and closed",
            SpinModel.of(
                    "channel.pml",
                    "SHOTS=2",
                    "WITHOUT_LEASES",
                    "WITHOUT_ONLOOKERS",
                    "WITHOUT_WAKERS",
                    "WITHOUT_SHOTS")
                .aboutProgress()));
  }

  @TestFactory
  Stream<DynamicContainer> mutants_areAllFound() throws IOException {
    return Stream.of(
        mutants("MUTANT", CHANNELS),
        mutants("LIVELOCK", List.of(ONE_SHOT.aboutProgress())),
        mutants("MUTANT", List.of(HANDLERS)),
        mutants("MUTANT", List.of(FUTURES)),
        mutants("MUTANT", List.of(GROUP)),
        mutants("MUTANT", SLABS),
        mutants("MUTANT", SEATS));
  }

  @TestFactory
  Stream<DynamicContainer> witnesses_areAllReached() throws IOException {
    return Stream.of(
        mutants("WITNESS", CHANNELS),
        mutants("WITNESS", List.of(HANDLERS)),
        mutants("WITNESS", List.of(FUTURES)),
        mutants("WITNESS", List.of(GROUP)),
        mutants("WITNESS", SLABS),
        mutants("WITNESS", SEATS));
  }

  private DynamicTest holds(String what, SpinModel model) {
    return Concurrently.test(
        explorers,
        what,
        () -> {
          long states = model.prove(newFolder());
          explorations.incrementAndGet();
          allStates.addAndGet(states);
          return null;
        });
  }

  /** One of the models shows each; all are of one file. */
  private DynamicContainer mutants(String prefix, List<SpinModel> models) throws IOException {
    SpinModel first = models.get(0);
    List<String> names = first.definable(prefix);
    assertFalse(names.isEmpty(), () -> first + " names no " + prefix);
    return dynamicContainer(
        first + " " + prefix, names.stream().map(name -> fails(name, models)).toList());
  }

  private DynamicTest fails(String name, List<SpinModel> models) {
    String inWords =
        name.substring(name.indexOf('_') + 1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return Concurrently.test(
        explorers,
        inWords,
        () -> {
          for (SpinModel model : models) {
            Optional<String> found = model.defining(name).refute(newFolder());
            if (found.isPresent()) {
              explorations.incrementAndGet();
              if (name.startsWith("MUTANT")) {
                model.requireReason(name, found.get());
              }
              return null;
            }
          }
          return fail("no error is found: " + name);
        });
  }

  private Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "model");
  }
}
