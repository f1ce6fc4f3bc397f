package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Fault;
import io.multishot.faults.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A slab's operations at the end of a stack, as {@link StackDepth} tries those of channels. */
public final class SlabStackDepth {

  private static final int FEW_ATTEMPTS = 120;
  private static final int MOST_ATTEMPTS = 2000;

  /**
   * Not those that another thread has to end, or that are one of the others with a loop; nor one
   * that the JDK or an executor calls, which keeps to itself what that throws.
   */
  private static final Set<SlabOperation> OPERATIONS =
      EnumSet.complementOf(
          EnumSet.of(
              SlabOperation.AWAIT,
              SlabOperation.COMPLETE_THE_SOURCE,
              SlabOperation.RUN_TASK,
              SlabOperation.RECEIVE,
              SlabOperation.RECEIVE_UNINTERRUPTIBLY,
              SlabOperation.FOR_EACH_PENDING,
              SlabOperation.IN_FLIGHT,
              SlabOperation.TO_STRING));

  /** Those that a build has time for. */
  private static final Set<SlabSituation> SOME =
      EnumSet.of(
          SlabSituation.ARMED,
          SlabSituation.WAKER,
          SlabSituation.HANDLER,
          SlabSituation.HANDLER_WITH_A_QUEUE,
          SlabSituation.FUTURE,
          SlabSituation.VALUE,
          SlabSituation.FAILED);

  private static final Set<SlabSituation> ALL =
      EnumSet.complementOf(EnumSet.of(SlabSituation.THREAD));

  private final long stackSize;
  private final Consumer<Violation> found;
  private int cells;
  private int overflows;

  /**
   * @param stackSize of each thread, in bytes; 0 for the virtual machine's own
   */
  public SlabStackDepth(long stackSize, Consumer<Violation> found) {
    this.stackSize = stackSize;
    this.found = found;
  }

  /** How much was tried. */
  @Override
  public String toString() {
    return "%d operations in states, %d overflows".formatted(cells, overflows);
  }

  /** Tries the operations in the main states. */
  public void exploreSome(List<String> kinds) throws InterruptedException {
    explore(kinds, SOME);
  }

  /** Tries them in all states in which no thread is blocked. */
  public void exploreAll(List<String> kinds) throws InterruptedException {
    explore(kinds, ALL);
  }

  private void explore(List<String> kinds, Set<SlabSituation> situations)
      throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      for (String kind : kinds) {
        for (SlabSituation situation : situations) {
          for (SlabOperation operation : OPERATIONS) {
            explore(kind, situation, operation);
          }
        }
      }
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(before);
    }
  }

  private void explore(String kind, SlabSituation situation, SlabOperation operation)
      throws InterruptedException {
    if (!new SlabTrial(kind, situation, operation).isPrepared()) {
      return;
    }
    Set<Breach> unharmed = EnumSet.noneOf(Breach.class);
    SlabTrial first = new SlabTrial(kind, situation, operation);
    first.run(); // what is needed is loaded before the stack is short
    first.check(method -> false, (breach, detail) -> unharmed.add(breach));
    if (!unharmed.isEmpty()) {
      return; // that is for the injection to tell
    }
    cells++;
    int most = FEW_ATTEMPTS;
    Descent descent = attempt(kind, situation, operation, most);
    while (!descent.hasHadRoom()) {
      most *= 2;
      if (most > MOST_ATTEMPTS) {
        throw new IllegalStateException(operation + " never has room, in " + situation);
      }
      descent = attempt(kind, situation, operation, most);
    }
    List<Attempt> tried = descent.tried();
    for (int i = 0; i < tried.size(); i++) {
      check((SlabTrial) tried.get(i), kind, i);
    }
  }

  private Descent attempt(String kind, SlabSituation situation, SlabOperation operation, int most)
      throws InterruptedException {
    Attempt[] trials = new Attempt[most];
    for (int i = 0; i < most; i++) {
      trials[i] = new SlabTrial(kind, situation, operation);
    }
    return Descent.run(trials, stackSize);
  }

  private void check(SlabTrial trial, String kind, int attempt) {
    Throwable thrown = trial.thrown();
    overflows += thrown instanceof StackOverflowError ? 1 : 0;
    Set<Breach> seen = EnumSet.noneOf(Breach.class);
    trial.check(
        method -> true, // user code may have overflowed the stack itself
        (breach, detail) -> {
          if (seen.add(breach)) {
            found.accept(
                new Violation(
                    kind,
                    trial.situation.name(),
                    trial.operation.name(),
                    attempt + 1,
                    "all",
                    Fault.STACK_OVERFLOW,
                    null,
                    thrown,
                    breach,
                    detail));
          }
        });
  }
}
