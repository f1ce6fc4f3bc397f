package io.multishot.lincheck;

import static java.util.Objects.requireNonNull;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jspecify.annotations.Nullable;

/** Plays a scenario under many schedules, and fails with the first that breaks it. */
final class Exploration {

  /** How many times more schedules than in a build. */
  static final int DEPTH = Integer.getInteger("proof.depth", 1);

  /** Whether there is time for what differs from the rest in its layout only. */
  static final boolean IS_DEEP = DEPTH > 1;

  /**
   * How long Lincheck waits for a schedule before it says that it hangs, in milliseconds. It
   * rewrites classes meanwhile, which on a busy machine took longer than the 30 s that it allows by
   * itself.
   */
  static final long PATIENCE = 300_000;

  private static final int SCHEDULES = 40;

  static {
    // The first channel, slab and seat of a process go through all of the runtime, under a lock.
    // Lincheck is to find that done: it restores what was so before the first schedule.
    LongChannel.open().close();
    LongSlab.open(1, 1).close();
    EchoCall.open().request().close();
  }

  private Exploration() {}

  /** Has the runtime started, for those who call Lincheck by themselves. */
  static void start() {
    // by the initializer
  }

  /** What park does. Lincheck's own leads to no deadlock, ever: a missing unpark is not seen. */
  enum Parking {
    /** It returns for no reason, each time. Shows that the waiter looks again. */
    RETURNS_AT_ONCE,

    /** It returns when the thread is unparked or interrupted. Shows that it is. */
    LASTS_UNTIL_UNPARKED
  }

  static void explore(Subject subject, Scenario scenario, Parking parking) {
    explore(subject, scenario, parking, SCHEDULES * DEPTH);
  }

  static void explore(Subject subject, Scenario scenario, Parking parking, int schedules) {
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .iterations(0) // none but ours
            .addCustomScenario(justPlay())
            .invocationsPerIteration(schedules)
            .minimizeFailedScenario(false)
            .invocationTimeout$lincheck(PATIENCE)
            .verifier(NothingThrown.class);
    if (parking == Parking.LASTS_UNTIL_UNPARKED) {
      // Lincheck lets no thread wake up for no reason in what it calls a mute method.
      options.addGuarantee(
          forClasses("io.multishot.Blocking", ReferenceProtocol.class.getCanonicalName())
              .methods("park")
              .mute$lincheck());
    }
    Play.scenario = scenario;
    Play.subject = subject;
    options.check(Play.class);
  }

  private static ExecutionScenario justPlay() {
    try {
      Actor play = new Actor(Play.class.getMethod("play"), List.of());
      return new ExecutionScenario(List.of(), List.of(List.of(play)), List.of(), null);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** The one operation that Lincheck knows of; the threads are the scenario's own. */
  public static final class Play {

    private static @Nullable Scenario scenario;
    private static @Nullable Subject subject;

    @Operation
    public void play() throws Exception {
      requireNonNull(scenario).play(requireNonNull(subject));
    }
  }

  /** Accepts whatever does not throw. */
  public static final class NothingThrown implements Verifier {

    /** Lincheck calls it with the sequential specification, of which there is none. */
    public NothingThrown(Class<?> ignored) {}

    @Override
    public boolean verifyResults(
        @Nullable ExecutionScenario scenario, @Nullable ExecutionResult result) {
      return requireNonNull(result).getThreadsResultsWithClock().stream()
          .flatMap(List::stream)
          .noneMatch(each -> each.getResult() instanceof ExceptionResult);
    }
  }
}
