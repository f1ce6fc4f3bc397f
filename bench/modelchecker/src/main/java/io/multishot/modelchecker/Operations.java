package io.multishot.modelchecker;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of an execution's threads do: to its memory, to permits and interrupts, and
 * to its clock. Each takes its turn first, but for plain accesses.
 */
final class Operations {

  private static final long PAUSE = 1L << 40; // 18 minutes, in nanoseconds

  private final Execution execution;
  private final ModelChecker.Limits limits;
  private final Search search;
  private final Memory memory;
  private int stores;
  private boolean isAtEnd;

  Operations(Execution execution, ModelChecker.Limits limits, Search search) {
    this.execution = execution;
    this.limits = limits;
    this.search = search;
    this.memory = new Memory(Execution.MOST_ACTORS, search::choose);
  }

  /** How many stores there were. */
  int stores() {
    return stores;
  }

  /** All threads have ended: what is done from now on is ordered behind all. */
  void end() {
    memory.writeElements();
    isAtEnd = true;
  }

  // Memory.

  @Nullable Object getPlainly(Actor actor, Object owner, Variable variable) {
    Location location = memory.location(owner, variable);
    checkRace(actor, location, "read", memory.readPlainly(actor, location));
    noteSite(actor, location, "read");
    return location.hasHistory()
        ? memory.load(actor, location, AccessMode.PLAIN).value
        : variable.get(owner);
  }

  void setPlainly(Actor actor, Object owner, Variable variable, @Nullable Object value) {
    Location location = memory.location(owner, variable);
    checkRace(actor, location, "write", memory.writePlainly(actor, location));
    noteSite(actor, location, "write");
    if (location.hasHistory()) {
      memory.store(actor, location, value, AccessMode.PLAIN);
    } else {
      variable.set(owner, value);
    }
  }

  void checkElement(Actor actor, Object array, int index, boolean writes) {
    if (!ElementVariable.isIn(array, index)) {
      return; // the access itself will throw
    }
    Location location = memory.location(array, ElementVariable.of(array, index));
    if (location.hasHistory() && (writes || !isAtEnd)) {
      throw execution.refuse(
          "a plain %s of %s, which a VarHandle accesses too, is not modelled: use that, at %s"
              .formatted(writes ? "write" : "read", Trace.describePlainly(location), Trace.site()));
    }
    if (writes) {
      checkRace(actor, location, "write", memory.writePlainly(actor, location));
    } else {
      checkRace(actor, location, "read", memory.readPlainly(actor, location));
    }
    noteSite(actor, location, writes ? "write" : "read");
  }

  private void noteSite(Actor actor, Location location, String kind) {
    if (execution.isTraced()) {
      location.sites[actor.id] =
          "the plain %s by %s at %s".formatted(kind, actor.name, Trace.site());
    }
  }

  private void checkRace(Actor actor, Location location, String kind, @Nullable String race) {
    if (race != null && !execution.isOver()) {
      throw failRacing(actor, location, "plain " + kind, race);
    }
  }

  private Abort failRacing(Actor actor, Location location, String access, String other) {
    execution.trace(actor, () -> access + " " + describe(location) + ": a data race");
    traceSites(actor, location);
    return execution.failNow(
        "data race: the %s of %s by %s, and %s: nothing orders the two"
            .formatted(access, Trace.describePlainly(location), actor.name, other));
  }

  /** Where the other threads have accessed it plainly: that is no step of its own. */
  private void traceSites(Actor actor, Location location) {
    for (int other = 0; other < location.sites.length; other++) {
      String site = location.sites[other];
      if (other != actor.id && site != null) {
        execution.traceMore("with " + site);
      }
    }
  }

  @Nullable Object access(
      Actor actor,
      Object owner,
      Variable variable,
      Access shipped,
      @Nullable Object first,
      @Nullable Object second) {
    Access weaker = actor.override;
    actor.override = null;
    Access access =
        weaker == null ? shipped : new Access(shipped.kind(), weaker.loading(), weaker.storing());
    if (actor.isSplitting) {
      actor.isSplitting = false;
      return accessInTwo(actor, owner, variable, access, first, second);
    }
    Location location = memory.location(owner, variable);
    execution.step(Op.access(location, access.writes()));
    if (!location.hasHistory()) {
      memory.keepHistory(location, variable.blank(), variable.get(owner));
    }
    if (access.writes()) {
      String race = memory.raceWithPlainAccesses(actor, location);
      if (race != null && !execution.isOver()) {
        throw failRacing(actor, location, access.toString(), race);
      }
      stores++;
    }
    switch (access.kind()) {
      case GET -> {
        Store found = memory.load(actor, location, access.loading());
        execution.trace(
            actor, () -> access + " " + describe(location) + " " + result(location, found));
        return found.value;
      }
      case SET -> {
        Store made = memory.store(actor, location, first, access.storing());
        execution.trace(
            actor,
            () ->
                access
                    + " "
                    + describe(location)
                    + " to "
                    + execution.nameOf(first)
                    + late(location, made));
        return null;
      }
      case COMPARE_AND_SET, COMPARE_AND_EXCHANGE, WEAK_COMPARE_AND_SET -> {
        Memory.Exchange done =
            memory.compareAndSet(
                actor, location, access, first, second, variable.type().isPrimitive());
        execution.trace(
            actor,
            () ->
                "%s %s from %s to %s %s: %s"
                    .formatted(
                        access,
                        describe(location),
                        execution.nameOf(first),
                        execution.nameOf(second),
                        result(location, done.found()),
                        done.made() == null ? "fails" : "succeeds"));
        boolean tellsWitness = access.kind() == Access.Kind.COMPARE_AND_EXCHANGE;
        return tellsWitness ? done.found().value : done.made() != null;
      }
      default -> {
        UnaryOperator<@Nullable Object> function =
            old -> Arithmetic.apply(access.kind(), old, first);
        Memory.Exchange done = memory.readModifyWrite(actor, location, access, function);
        execution.trace(
            actor,
            () ->
                "%s %s with %s %s"
                    .formatted(
                        access,
                        describe(location),
                        execution.nameOf(first),
                        result(location, done.found())));
        return done.found().value;
      }
    }
  }

  /** A read-modify-write that is none. */
  private @Nullable Object accessInTwo(
      Actor actor,
      Object owner,
      Variable variable,
      Access access,
      @Nullable Object first,
      @Nullable Object second) {
    Object found = access(actor, owner, variable, Access.load(access.loading()), null, null);
    if (!access.kind().isComparison()) {
      Object made = Arithmetic.apply(access.kind(), found, first);
      access(actor, owner, variable, Access.store(access.storing()), made, null);
      return found;
    }
    boolean isSame = variable.type().isPrimitive() ? Objects.equals(found, first) : found == first;
    if (isSame) {
      access(actor, owner, variable, Access.store(access.storing()), second, null);
    }
    return access.kind() == Access.Kind.COMPARE_AND_EXCHANGE ? found : isSame;
  }

  private String describe(Location location) {
    return execution.nameOf(location.owner) + location.variable;
  }

  private String result(Location location, Store found) {
    boolean isStale = found.position + 1 < location.history.size();
    boolean isOverwritten =
        isStale && location.history.get(found.position + 1).step < execution.steps();
    return "= "
        + execution.nameOf(found.value)
        + (found.step == 0 ? "" : ", of step " + found.step)
        + (isOverwritten ? " (stale)" : "");
  }

  private static String late(Location location, Store made) {
    return made.position + 1 < location.history.size()
        ? ", which comes to lie before a store already made"
        : "";
  }

  void fence(Actor actor, Fence fence) {
    execution.step(Op.access(memory, fence == Fence.FULL));
    memory.fence(actor, fence);
    execution.trace(actor, () -> "fence " + fence);
  }

  // Threads.

  void park(Actor actor, boolean isTimed, long nanos) {
    if (isTimed && nanos <= 0) {
      return;
    }
    execution.step(new Op(isTimed ? Op.Kind.TIMED_PARK : Op.Kind.PARK, actor, true));
    if (actor.hasPermit) {
      actor.hasPermit = false;
      memory.notePermit(actor, actor);
      execution.trace(actor, () -> "parks, and has a permit");
      return;
    }
    if (actor.isInterrupted) {
      execution.trace(actor, () -> "parks, and is interrupted");
      return;
    }
    boolean mayBeSpurious = actor.spuriousReturns < limits.spuriousReturns();
    if (!isTimed || (mayBeSpurious && search.choose(2) == 1)) {
      actor.spuriousReturns++;
      execution.trace(actor, () -> "parks, and returns for no reason");
      return;
    }
    actor.nanos += nanos;
    execution.trace(actor, () -> "parks, until the time is up");
  }

  void unpark(Actor actor, @Nullable Thread thread) {
    Actor target = thread instanceof Worker worker ? worker.actor : null;
    if (target == null) {
      execution.step(Op.access(actor, false)); // it has ended, or is none
      return;
    }
    execution.step(Op.access(target, true));
    target.hasPermit = true;
    memory.notePermit(actor, target);
    execution.trace(actor, () -> "unparks " + target.name);
  }

  void interrupt(Actor actor, Thread thread) {
    Actor target = thread instanceof Worker worker ? worker.actor : null;
    if (target == null) {
      return;
    }
    execution.step(Op.access(target, true));
    target.isInterrupted = true;
    Knowledge known = actor.knowledge.copy();
    if (target.ofInterrupter != null) {
      known.learn(target.ofInterrupter);
    }
    target.ofInterrupter = known;
    actor.knowledge.clock().tick(actor.id);
    execution.trace(actor, () -> "interrupts " + target.name);
  }

  boolean isInterrupted(Actor actor, Actor target, boolean clears) {
    execution.step(Op.access(target, clears));
    boolean is = target.isInterrupted;
    if (is && target.ofInterrupter != null) {
      actor.knowledge.learn(target.ofInterrupter);
    }
    if (clears) {
      target.isInterrupted = false;
    }
    execution.trace(actor, () -> is ? "finds itself interrupted" : "is not interrupted");
    return is;
  }

  void spin(Actor actor) {
    actor.storesAtSpin = stores;
    execution.step(new Op(Op.Kind.SPIN, null, false));
  }

  /** The time goes on by itself once in a while, for longer than anybody waits. */
  long nanoTime(Actor actor) {
    if (actor.pauses < limits.pauses() && search.choose(2) == 1) {
      actor.pauses++;
      actor.nanos += PAUSE;
      execution.trace(actor, () -> "is held up for 18 minutes");
    }
    return actor.nanos;
  }
}
