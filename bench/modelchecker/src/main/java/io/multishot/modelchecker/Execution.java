package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario: its threads, of which one at a time goes on, and its memory.
 *
 * <p>Every operation on what threads share is a step: before it, the search says whose turn it is.
 * Plain accesses are none, for in the absence of data races their order cannot matter.
 */
final class Execution {

  static final int MOST_ACTORS = 8;

  private final ModelChecker.Limits limits;
  private final Search search;
  private final Operations operations;
  private final @Nullable Trace trace;
  private final Baton caller = new Baton();
  private final List<Actor> actors = new ArrayList<>();
  private int steps;

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
    this.operations = new Operations(this, limits, search);
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
    operations.end();
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

  ModelChecker.Limits limits() {
    return limits;
  }

  Operations operations() {
    return operations;
  }

  boolean isTraced() {
    return trace != null;
  }

  boolean isOver() {
    return isOver;
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
    return isSpinning(actor) && actor.storesAtSpin == operations.stores();
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

  void traceMore(String more) {
    if (trace != null) {
      trace.add(more);
    }
  }

  String nameOf(@Nullable Object object) {
    return trace == null ? "" : trace.name(object);
  }
}
