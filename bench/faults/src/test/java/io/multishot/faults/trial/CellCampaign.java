package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Explorer;
import io.multishot.faults.Fault;
import io.multishot.faults.Injector;
import io.multishot.faults.Site;
import io.multishot.faults.Violation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All operations in all states of what is tried, with something thrown at each point. */
abstract class CellCampaign implements Explorer {

  /** An operation that has more points than these does not end. */
  private static final int MOST_POINTS = 500;

  /** Waits pass some points more often at one time than at another. */
  private static final int ATTEMPTS = 3;

  private final Set<Site> sites = new HashSet<>();
  private int cells;
  private int points;
  private int trials;

  /** The states and operations of a kind. */
  abstract List<Tried.Cell> cells(String kind);

  @Override
  public final Summary explore(Scope scope, Consumer<Violation> found) {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      for (String kind : scope.channels()) {
        for (Tried.Cell cell : cells(kind)) {
          if (!scope.isEnough().getAsBoolean()) {
            explore(kind, cell, scope, found);
          }
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    return new Summary(cells, points, trials, Set.copyOf(sites));
  }

  private void explore(String kind, Tried.Cell cell, Scope scope, Consumer<Violation> found) {
    if (!cell.enter().isPrepared()) {
      return;
    }
    cells++;
    Set<Violation> unharmed = new HashSet<>();
    run(cell.enter(), kind, 0, Fault.OUT_OF_MEMORY, unharmed::add);
    unharmed.forEach(found);
    if (!unharmed.isEmpty()) {
      return; // the same would be found at each point
    }
    int passed = 0; // that many did not come, one after the other
    int attempts = cell.waits() ? ATTEMPTS : 1;
    for (int n = 1; passed < attempts && n < MOST_POINTS; n++) {
      Site fired = run(cell.enter(), kind, n, Fault.OUT_OF_MEMORY, found);
      for (Fault fault : scope.faults()) {
        if (fired != null && fault != Fault.OUT_OF_MEMORY && fault.fits(fired)) {
          run(cell.enter(), kind, n, fault, found);
        }
      }
      points += fired == null ? 0 : 1;
      passed = fired == null ? passed + 1 : 0;
    }
  }

  private @Nullable Site run(
      Tried trial, String kind, int n, Fault fault, Consumer<Violation> found) {
    Injector injector = Injector.arm(n, fault);
    trial.run();
    Injector.disarm();
    Site fired = injector.fired();
    Throwable thrown = injector.thrown();
    if (fired != null) {
      sites.add(fired);
    }
    trials++;
    Set<Breach> seen = EnumSet.noneOf(Breach.class);
    boolean isLasting = fault == Fault.LACK_OF_MEMORY;
    trial.check(
        isLasting ? Invariants.Excuse.ofLack(fired) : Invariants.Excuse.of(fired),
        (breach, detail) -> {
          if (seen.add(breach)) {
            found.accept(
                new Violation(
                    kind,
                    trial.situation(),
                    trial.operation(),
                    n,
                    "all",
                    fault,
                    fired,
                    thrown,
                    breach,
                    detail));
          }
        });
    return fired;
  }
}
