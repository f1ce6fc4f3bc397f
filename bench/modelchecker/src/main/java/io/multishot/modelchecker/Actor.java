package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread of one execution. */
final class Actor {

  final int id;
  final String name;
  final Worker worker;
  final Execution execution;
  Scenario.Body body;

  // What it knows.
  final Knowledge knowledge;

  /** What opaque loads have found released, for an acquire fence to come. */
  final Knowledge read;

  /** What it knew at its last release fence. */
  @Nullable Knowledge fenced;

  // Where it stands.
  @Nullable Op next;
  boolean isDone;
  boolean isSuspendable;
  boolean isSuspended;
  int steps;

  /** How many stores there were when it span last. */
  int storesAtSpin;

  // For LockSupport, the interrupt flag and the clock.
  boolean hasPermit;
  boolean isInterrupted;
  @Nullable Knowledge ofInterrupter;
  int spuriousReturns;
  int weakFailures;
  int pauses;
  long nanos;

  // Seeded bugs: see Faults.
  @Nullable Access override;
  boolean isSplitting;
  final List<Scenario.Body> deferred = new ArrayList<>(0);

  /** How deep it is in static initializers, which run once for all executions. */
  int initializers;

  Actor(int id, String name, Worker worker, Execution execution, Scenario.Body body, int threads) {
    this.id = id;
    this.name = name;
    this.worker = worker;
    this.execution = execution;
    this.body = body;
    this.knowledge = Knowledge.none(threads);
    this.read = Knowledge.none(threads);
    knowledge.clock().tick(id); // 0 means never
  }

  /** Whether a weak compare-and-set may fail although it finds what it expects. */
  boolean mayFailForNoReason() {
    return weakFailures < execution.limits().spuriousReturns();
  }

  int step() {
    return execution.steps();
  }

  /** Whether something other than chance lets it go on. */
  boolean canGoOn() {
    Op op = next;
    if (op == null || isDone || isSuspended) {
      return false;
    }
    return switch (op.kind()) {
      case PARK -> hasPermit || isInterrupted;
      case TAKE -> op.target() instanceof Mailbox<?> mailbox && !mailbox.isEmpty();
      default -> true;
    };
  }

  /** Whether it may go on, be it by chance. */
  boolean mayGoOn(int spuriousReturnsAllowed) {
    boolean byChance =
        next != null
            && !isDone
            && !isSuspended
            && next.kind() == Op.Kind.PARK
            && spuriousReturns < spuriousReturnsAllowed;
    return byChance || canGoOn();
  }
}
