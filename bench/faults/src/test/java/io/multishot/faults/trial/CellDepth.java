package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Fault;
import io.multishot.faults.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Operations at the end of a stack, as {@link StackDepth} tries those of channels. */
abstract class CellDepth {

  private static final int FEW_ATTEMPTS = 120;
  private static final int MOST_ATTEMPTS = 2000;

  private final long stackSize;
  private final Consumer<Violation> found;
  private int cells;
  private int overflows;

  /**
   * @param stackSize of each thread, in bytes; 0 for the virtual machine's own
   */
  CellDepth(long stackSize, Consumer<Violation> found) {
    this.stackSize = stackSize;
    this.found = found;
  }

  /** How much was tried. */
  @Override
  public final String toString() {
    return "%d operations in states, %d overflows".formatted(cells, overflows);
  }

  final void explore(List<String> kinds, Function<String, List<Tried.Cell>> cellsOf)
      throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      for (String kind : kinds) {
        for (Tried.Cell cell : cellsOf.apply(kind)) {
          explore(kind, cell);
        }
      }
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(before);
    }
  }

  private void explore(String kind, Tried.Cell cell) throws InterruptedException {
    if (!cell.enter().isPrepared()) {
      return;
    }
    Set<Breach> unharmed = EnumSet.noneOf(Breach.class);
    Tried first = cell.enter();
    first.run(); // what is needed is loaded before the stack is short
    first.check(method -> false, (breach, detail) -> unharmed.add(breach));
    if (!unharmed.isEmpty()) {
      return; // that is for the injection to tell
    }
    cells++;
    int most = FEW_ATTEMPTS;
    Descent descent = attempt(cell, most);
    while (!descent.hasHadRoom()) {
      most *= 2;
      if (most > MOST_ATTEMPTS) {
        throw new IllegalStateException(
            first.operation() + " never has room, in " + first.situation());
      }
      descent = attempt(cell, most);
    }
    List<Attempt> tried = descent.tried();
    for (int i = 0; i < tried.size(); i++) {
      check((Tried) tried.get(i), kind, i);
    }
  }

  private Descent attempt(Tried.Cell cell, int most) throws InterruptedException {
    Attempt[] trials = new Attempt[most];
    for (int i = 0; i < most; i++) {
      trials[i] = cell.enter();
    }
    return Descent.run(trials, stackSize);
  }

  private void check(Tried trial, String kind, int attempt) {
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
                    trial.situation(),
                    trial.operation(),
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
