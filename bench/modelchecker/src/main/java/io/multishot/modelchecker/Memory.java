package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All variables of one execution, and what each thread may read of them. See the package page. */
final class Memory {

  /** What the search decides. */
  interface Chooser {
    /** Returns a number from 0 to {@code options - 1}. */
    int choose(int options);
  }

  /** What a read-modify-write has found and done. */
  record Exchange(Store found, @Nullable Store made) {}

  private static final int NOBODY = -1;

  /** So often a thread may miss the newest store; whoever looks for ever sees it in the end. */
  private static final int MOST_MISSES = 3;

  private final int threads;
  private final Chooser chooser;
  private final IdentityHashMap<Object, Location> locations = new IdentityHashMap<>();
  private final Knowledge fences;
  private final SynchronizationOrder order = new SynchronizationOrder();
  private int histories;

  Memory(int threads, Chooser chooser) {
    this.threads = threads;
    this.chooser = chooser;
    this.fences = Knowledge.none(threads);
  }

  Location location(Object owner, Variable variable) {
    Location first = locations.get(owner);
    for (Location at = first; at != null; at = at.next) {
      if (at.variable.equals(variable)) {
        return at;
      }
    }
    Location made = new Location(owner, variable, threads);
    made.writer = NOBODY;
    made.next = first;
    locations.put(owner, made);
    return made;
  }

  /**
   * Begins to keep the stores of a variable.
   *
   * @param blank what a field holds that nobody has written to
   * @param value what it holds now
   */
  void keepHistory(Location location, @Nullable Object blank, @Nullable Object value) {
    location.id = histories++;
    if (location.writer == NOBODY) { // it has been so since before this execution
      location.insert(0, new Store(value, 0, 0, 0, false, null));
      return;
    }
    Store plain = new Store(value, location.writer, location.writeTime, 0, false, null);
    location.insert(0, new Store(blank, 0, 0, 0, false, null));
    location.insert(1, plain);
    location.plain = plain;
  }

  /** Writes to arrays what their elements hold at the end, so that it can be read plainly. */
  void writeElements() {
    for (Location first : locations.values()) {
      for (Location at = first; at != null; at = at.next) {
        if (at.hasHistory() && at.variable instanceof ElementVariable element) {
          element.set(at.owner, at.newest().value);
        }
      }
    }
  }

  // Plain accesses. Each returns what it races with, if anything.

  @Nullable String readPlainly(Actor actor, Location location) {
    location.readTimes[actor.id] = actor.knowledge.clock().time(actor.id);
    return raceWithWrites(actor, location);
  }

  @Nullable String writePlainly(Actor actor, Location location) {
    String race = raceWithWrites(actor, location);
    location.writer = actor.id;
    location.writeTime = actor.knowledge.clock().time(actor.id);
    return race != null ? race : raceWithReads(actor, location);
  }

  private static @Nullable String raceWithWrites(Actor actor, Location location) {
    Clock clock = actor.knowledge.clock();
    if (location.hasHistory()) {
      for (Store store : location.history) {
        if (!clock.knows(store.thread, store.time)) {
          return "the store of step " + store.step;
        }
      }
    } else if (location.writer != NOBODY && !clock.knows(location.writer, location.writeTime)) {
      return "the plain write by " + actor.execution.name(location.writer);
    }
    return null;
  }

  /** What a store through a {@code VarHandle} races with, if anything. */
  @Nullable String raceWithPlainAccesses(Actor actor, Location location) {
    boolean knowsWrite =
        location.writer == NOBODY
            || actor.knowledge.clock().knows(location.writer, location.writeTime);
    return knowsWrite
        ? raceWithReads(actor, location)
        : "the plain write by " + actor.execution.name(location.writer);
  }

  private @Nullable String raceWithReads(Actor actor, Location location) {
    for (int other = 0; other < threads; other++) {
      if (!actor.knowledge.clock().knows(other, location.readTimes[other])) {
        return "the plain read by " + actor.execution.name(other);
      }
    }
    return null;
  }

  // Accesses to what has a history.

  Store load(Actor actor, Location location, AccessMode mode) {
    boolean isVolatile = mode == AccessMode.VOLATILE;
    List<Store> candidates = new ArrayList<>(); // the newest first
    for (int at = location.history.size() - 1; at >= floor(actor, location, mode); at--) {
      Store store = location.history.get(at);
      if (!isVolatile || order.allows(actor, location, store, -1)) {
        candidates.add(store);
      }
    }
    Store found = choose(actor, location, candidates);
    if (isVolatile) {
      order.add(actor, location, found, null);
    }
    noteRead(actor, location, found, mode);
    return found;
  }

  Store store(Actor actor, Location location, @Nullable Object value, AccessMode mode) {
    boolean isVolatile = mode == AccessMode.VOLATILE;
    List<Integer> places = new ArrayList<>(); // the last first
    for (int at = location.history.size(); at > floor(actor, location, mode); at--) {
      if (location.isOpenBehind(at - 1)
          && (!isVolatile || order.allows(actor, location, null, at))) {
        places.add(at);
      }
    }
    int place = places.get(chooser.choose(places.size()));
    return add(actor, location, null, place, value, mode);
  }

  Exchange readModifyWrite(
      Actor actor, Location location, Access access, UnaryOperator<@Nullable Object> function) {
    Store found = choosePredecessor(actor, location, access, null);
    noteRead(actor, location, found, access.loading());
    Object value = function.apply(found.value);
    return new Exchange(
        found, add(actor, location, found, found.position + 1, value, access.storing()));
  }

  Exchange compareAndSet(
      Actor actor,
      Location location,
      Access access,
      @Nullable Object expected,
      @Nullable Object value,
      boolean isPrimitive) {
    Same same = new Same(expected, isPrimitive);
    Store found = choosePredecessor(actor, location, access, same);
    boolean isWeak = access.kind() == Access.Kind.WEAK_COMPARE_AND_SET;
    boolean fails = !same.isSame(found.value);
    if (!fails && isWeak && actor.mayFailForNoReason() && chooser.choose(2) == 1) {
      actor.weakFailures++;
      fails = true;
    }
    if (fails) {
      if (access.isVolatile()) {
        order.add(actor, location, found, null);
      }
      return new Exchange(found, null);
    }
    noteRead(actor, location, found, access.loading());
    return new Exchange(
        found, add(actor, location, found, found.position + 1, value, access.storing()));
  }

  private record Same(@Nullable Object expected, boolean isPrimitive) {
    boolean isSame(@Nullable Object value) {
      return isPrimitive ? Objects.equals(expected, value) : expected == value;
    }
  }

  /** A store which this one could directly follow; or, in a comparison, one that lets it fail. */
  private Store choosePredecessor(
      Actor actor, Location location, Access access, @Nullable Same same) {
    AccessMode mode =
        access.loading().isAtLeast(access.storing()) ? access.loading() : access.storing();
    List<Store> candidates = new ArrayList<>(); // the newest first
    for (int at = location.history.size() - 1; at >= floor(actor, location, mode); at--) {
      Store store = location.history.get(at);
      boolean fails = same != null && !same.isSame(store.value);
      if ((fails || location.isOpenBehind(at))
          && (!access.isVolatile() || order.allows(actor, location, store, fails ? -1 : at + 1))) {
        candidates.add(store);
      }
    }
    return choose(actor, location, candidates);
  }

  private Store choose(Actor actor, Location location, List<Store> newestFirst) {
    boolean mustBeNewest = !location.mayBeMissed(actor.id, MOST_MISSES);
    int age = mustBeNewest ? 0 : chooser.choose(newestFirst.size());
    if (age > 0) {
      location.noteMissed(actor.id);
    }
    return newestFirst.get(age);
  }

  /** A permit is given to an actor, or taken by it. Orders volatile accesses, and nothing else. */
  void notePermit(Actor actor, Actor target) {
    order.addPermit(actor, target);
    actor.knowledge.clock().tick(actor.id);
  }

  void fence(Actor actor, Fence fence) {
    switch (fence) {
      case ACQUIRE -> actor.knowledge.learn(actor.read);
      case RELEASE -> actor.fenced = actor.knowledge.copy();
      case FULL -> {
        actor.knowledge.learn(actor.read);
        actor.knowledge.learn(fences);
        fences.learn(actor.knowledge);
        actor.fenced = actor.knowledge.copy();
      }
    }
  }

  /** The least store, by its place in coherence order, that the access may meet. */
  private static int floor(Actor actor, Location location, AccessMode mode) {
    View view = mode == AccessMode.PLAIN ? actor.knowledge.written() : actor.knowledge.seen();
    int floor = view.position(location);
    Store plain = location.plain;
    if (plain != null && actor.knowledge.clock().knows(plain.thread, plain.time)) {
      floor = Math.max(floor, plain.position);
    }
    return floor;
  }

  private static void noteRead(Actor actor, Location location, Store found, AccessMode mode) {
    if (mode == AccessMode.PLAIN) {
      return;
    }
    actor.knowledge.seen().raise(location, found);
    if (found.released == null) {
      return;
    }
    if (mode.isAtLeast(AccessMode.ACQUIRE_RELEASE)) {
      actor.knowledge.learn(found.released);
    } else {
      actor.read.learn(found.released);
    }
  }

  private Store add(
      Actor actor,
      Location location,
      @Nullable Store follows,
      int position,
      @Nullable Object value,
      AccessMode mode) {
    Knowledge known = actor.knowledge;
    int time = known.clock().time(actor.id);
    boolean isRelease = mode.isAtLeast(AccessMode.ACQUIRE_RELEASE);
    Knowledge released = isRelease ? known.copy() : fencedFor(actor, mode);
    Store made = new Store(value, actor.id, time, actor.step(), follows != null, released);
    location.insert(position, made);
    known.written().raise(location, made);
    known.seen().raise(location, made);
    if (released != null) {
      released.written().raise(location, made);
      released.seen().raise(location, made);
    }
    if (mode == AccessMode.VOLATILE) {
      order.add(actor, location, follows, made);
    }
    known.clock().tick(actor.id); // what comes behind is not released
    return made;
  }

  /** What a store that is no release hands on nevertheless, for the fence before it. */
  private static @Nullable Knowledge fencedFor(Actor actor, AccessMode mode) {
    Knowledge fenced = actor.fenced;
    return fenced == null || mode == AccessMode.PLAIN ? null : fenced.copy();
  }
}
