package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Explorer;
import io.multishot.faults.Fault;
import io.multishot.faults.Injector;
import io.multishot.faults.Site;
import io.multishot.faults.Violation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All operations in all states of a slab's shot, with something thrown at each point. */
public final class SlabCampaign implements Explorer {

  /** An operation that has more points than these does not end. */
  private static final int MOST_POINTS = 500;

  /** Waits pass some points more often at one time than at another. */
  private static final int ATTEMPTS = 3;

  private final Set<Site> sites = new HashSet<>();
  private int cells;
  private int points;
  private int trials;

  /** Made by its class loader. */
  public SlabCampaign() {}

  @Override
  public Summary explore(Scope scope, Consumer<Violation> found) {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      for (String kind : scope.channels()) {
        for (SlabSituation situation : SlabSituation.values()) {
          for (SlabOperation operation : SlabOperation.values()) {
            if (!scope.isEnough().getAsBoolean()) {
              explore(kind, situation, operation, scope, found);
            }
          }
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    return new Summary(cells, points, trials, Set.copyOf(sites));
  }

  private void explore(
      String kind,
      SlabSituation situation,
      SlabOperation operation,
      Scope scope,
      Consumer<Violation> found) {
    if (!new SlabTrial(kind, situation, operation).isPrepared()) {
      return;
    }
    cells++;
    Set<Violation> unharmed = new HashSet<>();
    run(new SlabTrial(kind, situation, operation), kind, 0, Fault.OUT_OF_MEMORY, unharmed::add);
    unharmed.forEach(found);
    if (!unharmed.isEmpty()) {
      return; // the same would be found at each point
    }
    int passed = 0; // that many did not come, one after the other
    int attempts = operation.waits() ? ATTEMPTS : 1;
    for (int n = 1; passed < attempts && n < MOST_POINTS; n++) {
      Site fired =
          run(new SlabTrial(kind, situation, operation), kind, n, Fault.OUT_OF_MEMORY, found);
      for (Fault fault : scope.faults()) {
        if (fired != null && fault != Fault.OUT_OF_MEMORY && fault.fits(fired)) {
          run(new SlabTrial(kind, situation, operation), kind, n, fault, found);
        }
      }
      points += fired == null ? 0 : 1;
      passed = fired == null ? passed + 1 : 0;
    }
  }

  private @Nullable Site run(
      SlabTrial trial, String kind, int n, Fault fault, Consumer<Violation> found) {
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
    trial.check(
        Invariants.Excuse.of(fired),
        (breach, detail) -> {
          if (seen.add(breach)) {
            found.accept(
                new Violation(
                    kind,
                    trial.situation.name(),
                    trial.operation.name(),
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
