package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario: its threads, of which one at a time goes on, and its memory.
 *
 * <p>Every operation on what threads share is a step: before it, the search says whose turn it is.
 * Plain accesses are none, for in the absence of data races their order cannot matter.
 */
final class Execution {

  static final int MOST_ACTORS = 8;

  private static final long PAUSE = 1L << 40; // 18 minutes, in nanoseconds

  private final ModelChecker.Limits limits;
  private final Search search;
  private final Memory memory;
  private final @Nullable Trace trace;
  private final Baton caller = new Baton();
  private final List<Actor> actors = new ArrayList<>();
  private int steps;
  private int stores;

  /** How many of the others have been started; they go one after another up to there. */
  private int started;

  private boolean isShared;
  private boolean isOver;
  private boolean isCut;
  private @Nullable Throwable failure;

  Execution(ModelChecker.Limits limits, Search search, @Nullable Trace trace) {
    this.limits = limits;
    this.search = search;
    this.trace = trace;
    this.memory = new Memory(MOST_ACTORS, search::choose);
  }

  // From outside: the checker's own thread.

  /** Makes an actor, which goes on when it is told to. */
  Actor add(String name, Worker worker, Scenario.Body body) {
    if (actors.size() == MOST_ACTORS) {
      throw new IllegalArgumentException(
          "a scenario has at most " + (MOST_ACTORS - 1) + " threads");
    }
    Actor actor = new Actor(actors.size(), name, worker, this, body, MOST_ACTORS);
    actor.isSuspendable = name.equals(limits.suspendable());
    worker.actor = actor;
    actors.add(actor);
    return actor;
  }

  /** Runs the first actor, which is this thread's, to its end. */
  void runFirst() {
    run(actors.get(0));
  }

  /** Runs the others until the last has ended, or none goes on any more. */
  void runOthers() {
    if (isOver || actors.size() == 1) {
      return;
    }
    startNext();
    caller.await();
    isShared = false;
  }

  /** Runs what is to be done when all actors have ended. */
  void runAtEnd(Scenario.Body body) {
    Actor first = actors.get(0);
    for (Actor actor : actors) {
      first.knowledge.learn(actor.knowledge);
    }
    first.body = body;
    first.isDone = false;
    first.worker.actor = first;
    runFirst();
  }

  /** Ends whoever is still there. */
  void end() {
    isOver = true;
    for (Actor actor : actors) {
      if (!actor.isDone) {
        actor.worker.turn.pass();
        caller.await();
      }
    }
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** Whether all actors have ended. */
  boolean isComplete() {
    return !isCut && actors.stream().allMatch(actor -> actor.isDone);
  }

  /** Whether it was not cut short for showing nothing new. */
  boolean isCounted() {
    return !isCut;
  }

  List<Actor> actors() {
    return actors;
  }

  int steps() {
    return steps;
  }

  String name(int actor) {
    return actors.get(actor).name;
  }

  // From within: the thread whose turn it is.

  /** What a worker does in its first turn. */
  void play(Actor actor) {
    run(actor);
    if (isOver) {
      caller.pass();
    } else if (isShared) {
      goOn(actor);
    } else {
      startNext();
    }
  }

  private void run(Actor actor) {
    try {
      actor.body.run();
    } catch (Abort ended) {
      // by end()
    } catch (Throwable thrown) {
      fail(thrown);
    }
    actor.isDone = true;
    actor.worker.actor = null;
  }

  /** Has the next one go up to its first step; when all have, somebody goes on. */
  private void startNext() {
    started++;
    if (started < actors.size()) {
      actors.get(started).worker.turn.pass();
    } else {
      isShared = true;
      goOn(null);
    }
  }

  /**
   * Waits for the turn to do that.
   *
   * @throws Abort if this execution is over
   */
  void step(Op op) {
    Actor actor = actor();
    if (isOver) {
      throw new Abort();
    }
    if (isShared || actor.id != 0) {
      actor.next = op;
      awaitTurn(actor);
      actor.next = null;
      search.executed(actor, op);
    }
    steps++;
    if (++actor.steps > limits.steps()) {
      throw failNow("livelock: " + actor.name + " has made " + limits.steps() + " steps");
    }
  }

  private void awaitTurn(Actor actor) {
    if (!isShared) {
      startNext();
      awaitBaton(actor);
    } else if (goOn(actor) != actor) {
      awaitBaton(actor);
    }
    if (actor.isSuspendable && search.choose(2) == 1) {
      suspend(actor);
    }
  }

  /** Has the actor whose turn it is stop for ever. */
  void suspend(Actor actor) {
    if (isOver) {
      throw new Abort();
    }
    actor.isSuspended = true;
    trace(actor, () -> "is suspended for ever");
    goOn(actor);
    awaitBaton(actor);
  }

  private void awaitBaton(Actor actor) {
    actor.worker.turn.await();
    if (isOver) {
      throw new Abort();
    }
  }

  /** Has somebody go on, and returns whom: {@code null} if this execution has come to its end. */
  private @Nullable Actor goOn(@Nullable Actor current) {
    Actor chosen = isOver ? null : choose(current);
    if (chosen == null) {
      caller.pass();
    } else if (chosen != current) {
      chosen.worker.turn.pass();
    }
    return chosen;
  }

  private @Nullable Actor choose(@Nullable Actor current) {
    List<Actor> ready = new ArrayList<>();
    boolean canGoOn = false;
    boolean isAnyLeft = false;
    for (Actor actor : actors) {
      isAnyLeft |= !actor.isDone && !actor.isSuspended;
      canGoOn |= actor.canGoOn();
      if (actor.mayGoOn(limits.spuriousReturns())) {
        ready.add(actor);
      }
    }
    if (!canGoOn) {
      if (isAnyLeft) {
        fail(new AssertionError("a lost wake-up: nobody can go on, and " + waiting()));
      }
      return null;
    }
    boolean spins = current != null && isSpinning(current);
    if (spins) {
      List<Actor> others = new ArrayList<>(ready);
      others.removeIf(this::spinsInVain);
      if (others.isEmpty()) { // whoever span longest ago
        ready.remove(current);
        ready.add(current);
        return ready.get(0);
      }
      ready = others;
    }
    boolean isFree = current == null || spins || !ready.contains(current);
    try {
      Actor chosen = search.chooseActor(current, ready, isFree);
      isCut |= chosen == null;
      return chosen;
    } catch (RuntimeException refused) {
      fail(refused);
      return null;
    }
  }

  private static boolean isSpinning(Actor actor) {
    return actor.next != null && actor.next.kind() == Op.Kind.SPIN;
  }

  private boolean spinsInVain(Actor actor) {
    return isSpinning(actor) && actor.storesAtSpin == stores;
  }

  private String waiting() {
    StringBuilder text = new StringBuilder();
    for (Actor actor : actors) {
      if (!actor.isDone && !actor.isSuspended) {
        text.append(text.length() == 0 ? "" : ", ").append(actor.name).append(" waits");
      }
    }
    return text.toString();
  }

  private Actor actor() {
    Actor actor = Worker.current();
    if (actor == null) {
      throw new AssertionError("not a thread of the scenario");
    }
    return actor;
  }

  void fail(Throwable thrown) {
    if (!isOver) { // what is thrown afterwards comes of ending
      failure = thrown;
      isOver = true;
    }
  }

  Abort failNow(String message) {
    fail(new AssertionError(message));
    return new Abort();
  }

  Abort refuse(String what) {
    fail(new UnmodelledException(what));
    return new Abort();
  }

  void trace(Actor actor, Supplier<String> what) {
    if (trace != null) {
      trace.add(steps, actor, what.get());
    }
  }

  String nameOf(@Nullable Object object) {
    return trace == null ? "" : trace.name(object);
  }

  // Memory.

  @Nullable Object getPlainly(Actor actor, Object owner, Variable variable) {
    Location location = memory.location(owner, variable);
    checkRace(actor, location, "read", memory.readPlainly(actor, location));
    return location.hasHistory()
        ? memory.load(actor, location, AccessMode.PLAIN).value
        : variable.get(owner);
  }

  void setPlainly(Actor actor, Object owner, Variable variable, @Nullable Object value) {
    Location location = memory.location(owner, variable);
    checkRace(actor, location, "write", memory.writePlainly(actor, location));
    if (location.hasHistory()) {
      memory.store(actor, location, value, AccessMode.PLAIN);
    } else {
      variable.set(owner, value);
    }
  }

  void checkElement(Actor actor, Object array, int index, boolean writes) {
    Location location = memory.location(array, index);
    if (writes) {
      checkRace(actor, location, "write", memory.writePlainly(actor, location));
    } else {
      checkRace(actor, location, "read", memory.readPlainly(actor, location));
    }
  }

  private void checkRace(Actor actor, Location location, String kind, @Nullable String race) {
    if (race != null && !isOver) {
      trace(actor, () -> kind + "s " + describe(location) + " plainly: a data race");
      throw failNow(
          "data race: the plain %s of %s by %s, and %s"
              .formatted(kind, Trace.describePlainly(location), actor.name, race));
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
    step(Op.access(location, access.writes()));
    if (!location.hasHistory()) {
      memory.keepHistory(location, variable.blank(), variable.get(owner));
    }
    if (access.writes()) {
      checkRace(actor, location, "access", memory.raceWithReads(actor, location));
      stores++;
    }
    switch (access.kind()) {
      case GET -> {
        Store found = memory.load(actor, location, access.loading());
        trace(actor, () -> access + " " + describe(location) + " " + result(location, found));
        return found.value;
      }
      case SET -> {
        Store made = memory.store(actor, location, first, access.storing());
        trace(
            actor,
            () ->
                access + " " + describe(location) + " to " + nameOf(first) + late(location, made));
        return null;
      }
      case COMPARE_AND_SET, COMPARE_AND_EXCHANGE, WEAK_COMPARE_AND_SET -> {
        Memory.Exchange done =
            memory.compareAndSet(actor, location, access, first, second, variable.isPrimitive());
        trace(
            actor,
            () ->
                "%s %s from %s to %s %s: %s"
                    .formatted(
                        access,
                        describe(location),
                        nameOf(first),
                        nameOf(second),
                        result(location, done.found()),
                        done.made() == null ? "fails" : "succeeds"));
        boolean tellsWitness = access.kind() == Access.Kind.COMPARE_AND_EXCHANGE;
        return tellsWitness ? done.found().value : done.made() != null;
      }
      default -> {
        UnaryOperator<@Nullable Object> function =
            old -> Arithmetic.apply(access.kind(), old, first);
        Memory.Exchange done = memory.readModifyWrite(actor, location, access, function);
        trace(
            actor,
            () ->
                "%s %s with %s %s"
                    .formatted(
                        access, describe(location), nameOf(first), result(location, done.found())));
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
    boolean isSame = variable.isPrimitive() ? Objects.equals(found, first) : found == first;
    if (isSame) {
      access(actor, owner, variable, Access.store(access.storing()), second, null);
    }
    return access.kind() == Access.Kind.COMPARE_AND_EXCHANGE ? found : isSame;
  }

  private String describe(Location location) {
    return nameOf(location.owner) + "." + location.variable;
  }

  private String result(Location location, Store found) {
    boolean isStale = found.position + 1 < location.history.size();
    boolean isOverwritten = isStale && location.history.get(found.position + 1).step < steps;
    return "= "
        + nameOf(found.value)
        + (found.step == 0 ? "" : ", of step " + found.step)
        + (isOverwritten ? " (stale)" : "");
  }

  private static String late(Location location, Store made) {
    return made.position + 1 < location.history.size()
        ? ", which comes to lie before a store already made"
        : "";
  }

  void fence(Actor actor, Fence fence) {
    step(Op.access(memory, fence == Fence.FULL));
    memory.fence(actor, fence);
    trace(actor, () -> "fence " + fence);
  }

  // Threads.

  void park(Actor actor, boolean isTimed, long nanos) {
    if (isTimed && nanos <= 0) {
      return;
    }
    step(new Op(isTimed ? Op.Kind.TIMED_PARK : Op.Kind.PARK, actor, true));
    if (actor.hasPermit) {
      actor.hasPermit = false;
      memory.notePermit(actor, actor);
      trace(actor, () -> "parks, and has a permit");
      return;
    }
    if (actor.isInterrupted) {
      trace(actor, () -> "parks, and is interrupted");
      return;
    }
    boolean mayBeSpurious = actor.spuriousReturns < limits.spuriousReturns();
    if (!isTimed || (mayBeSpurious && search.choose(2) == 1)) {
      actor.spuriousReturns++;
      trace(actor, () -> "parks, and returns for no reason");
      return;
    }
    actor.nanos += nanos;
    trace(actor, () -> "parks, until the time is up");
  }

  void unpark(Actor actor, @Nullable Thread thread) {
    Actor target = thread instanceof Worker worker ? worker.actor : null;
    if (target == null) {
      step(Op.access(actor, false)); // it has ended, or is none
      return;
    }
    step(Op.access(target, true));
    target.hasPermit = true;
    memory.notePermit(actor, target);
    trace(actor, () -> "unparks " + target.name);
  }

  void interrupt(Actor actor, Thread thread) {
    Actor target = thread instanceof Worker worker ? worker.actor : null;
    if (target == null) {
      return;
    }
    step(Op.access(target, true));
    target.isInterrupted = true;
    Knowledge known = actor.knowledge.copy();
    if (target.ofInterrupter != null) {
      known.learn(target.ofInterrupter);
    }
    target.ofInterrupter = known;
    actor.knowledge.clock().tick(actor.id);
    trace(actor, () -> "interrupts " + target.name);
  }

  boolean isInterrupted(Actor actor, Actor target, boolean clears) {
    step(Op.access(target, clears));
    boolean is = target.isInterrupted;
    if (is && target.ofInterrupter != null) {
      actor.knowledge.learn(target.ofInterrupter);
    }
    if (clears) {
      target.isInterrupted = false;
    }
    trace(actor, () -> is ? "finds itself interrupted" : "is not interrupted");
    return is;
  }

  void spin(Actor actor) {
    actor.storesAtSpin = stores;
    step(new Op(Op.Kind.SPIN, null, false));
  }

  /** The time goes on by itself once in a while, for longer than anybody waits. */
  long nanoTime(Actor actor) {
    if (actor.pauses < limits.pauses() && search.choose(2) == 1) {
      actor.pauses++;
      actor.nanos += PAUSE;
      trace(actor, () -> "is held up for 18 minutes");
    }
    return actor.nanos;
  }
}
