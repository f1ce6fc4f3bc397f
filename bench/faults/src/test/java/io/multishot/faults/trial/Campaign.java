package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Explorer;
import io.multishot.faults.Fault;
import io.multishot.faults.Injector;
import io.multishot.faults.Site;
import io.multishot.faults.Violation;
import io.multishot.fixtures.Channel;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All operations in all states of all kinds of channel, with something thrown at each point. */
public final class Campaign implements Explorer {

  /** An operation that has more points than these does not end. */
  private static final int MOST_POINTS = 500;

  /** Waits pass some points more often at one time than at another. */
  private static final int ATTEMPTS = 3;

  private final Set<Site> sites = new HashSet<>();
  private int cells;
  private int points;
  private int trials;

  /** Made by its class loader. */
  public Campaign() {}

  private record Cell(String kind, Situation situation, Setting.Asking asks, Operation operation) {

    Trial trial() {
      return new Trial(Campaign.kind(kind), situation, asks, operation);
    }

    String state() {
      return situation + (asks == Setting.Asking.NO ? "" : ", asks: " + asks);
    }
  }

  static Supplier<Channel> kind(String name) {
    return switch (name) {
      case "padded" -> PaddedChannelAdapter::new;
      case "unpadded" -> UnpaddedChannelAdapter::new;
      case "reference" -> ReferenceChannelAdapter::new;
      case "message" -> MessageChannelAdapter::new;
      case "record" -> RecordChannelAdapter::new;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** A trial in which the sender asks to be told if it is abandoned. */
  static Trial trial(String channel, Situation situation, Operation operation) {
    return new Trial(kind(channel), situation, Setting.Asking.YES, operation);
  }

  @Override
  public Summary explore(Scope scope, Consumer<Violation> found) {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {}); // the JDK's timers as well
    try {
      for (String kind : scope.channels()) {
        for (Situation situation : Situation.values()) {
          for (Setting.Asking asks : Setting.Asking.values()) {
            for (Operation operation : Operation.values()) {
              if (asks != Setting.Asking.NO && !operation.concernsAbandonment()) {
                continue;
              }
              if (!scope.isEnough().getAsBoolean()) {
                explore(new Cell(kind, situation, asks, operation), scope, found);
              }
            }
          }
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    return new Summary(cells, points, trials, Set.copyOf(sites));
  }

  private void explore(Cell cell, Scope scope, Consumer<Violation> found) {
    Trial first = cell.trial();
    if (!first.isPrepared()) {
      return;
    }
    cells++;
    Set<Violation> unharmed = new HashSet<>();
    boolean isFree = scope.allUses() || first.setting.isFree();
    for (Use use : isFree ? List.of(Use.values()) : uses(scope, 0)) {
      run(cell, 0, Fault.OUT_OF_MEMORY, use, unharmed::add); // and all classes are there
    }
    unharmed.forEach(found);
    if (!unharmed.isEmpty()) {
      return; // the same would be found at each point
    }
    int n = 1;
    int passed = 0; // that many did not come, one after the other
    int attempts = cell.operation.waits() ? ATTEMPTS : 1;
    while (passed < attempts && n < MOST_POINTS) {
      boolean isOver = true;
      for (Use use : uses(scope, n)) {
        Site fired = run(cell, n, Fault.OUT_OF_MEMORY, use, found);
        for (Fault fault : scope.faults()) {
          if (fired != null && fault != Fault.OUT_OF_MEMORY && fault.fits(fired)) {
            run(cell, n, fault, use, found);
          }
        }
        isOver &= fired == null;
      }
      points += isOver ? 0 : 1;
      passed = isOver ? passed + 1 : 0;
      n++;
    }
  }

  private List<Use> uses(Explorer.Scope scope, int n) {
    Use[] all = Use.values();
    return scope.allUses() ? List.of(all) : List.of(all[(cells + n) % all.length]);
  }

  private @Nullable Site run(Cell cell, int n, Fault fault, Use use, Consumer<Violation> found) {
    Trial trial = cell.trial();
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
    new Invariants(
            trial,
            Invariants.Excuse.of(fired),
            (breach, detail) -> {
              if (seen.add(breach)) {
                found.accept(
                    new Violation(
                        cell.kind,
                        cell.state(),
                        cell.operation.name(),
                        n,
                        use.name(),
                        fault,
                        fired,
                        thrown,
                        breach,
                        detail));
              }
            })
        .check(use);
    return fired;
  }
}
