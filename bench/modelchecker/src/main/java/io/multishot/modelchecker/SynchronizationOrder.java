package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of volatile accesses. It must be possible to put them all, and the giving and taking of
 * permits, in one order that agrees with each thread's, with happens-before, and with the coherence
 * order of each variable; that in which they are executed is one such order, but others allow loads
 * to return older stores.
 */
final class SynchronizationOrder {

  /** A volatile access, or what is to be one. */
  static final class Event {
    private final Actor actor;
    private final int time;
    private final Clock clock;

    /** The variable; or the thread whose permit it is. */
    private final Object target;

    private final @Nullable Store read;

    /** Its own store; {@code null} if it makes none, or has not made it yet. */
    private @Nullable Store written;

    private Event(Actor actor, Object target, @Nullable Store read) {
      this.actor = actor;
      this.time = actor.knowledge.clock().time(actor.id);
      this.clock = actor.knowledge.clock().copy();
      this.target = target;
      this.read = read;
    }
  }

  /** In the order in which they were executed. */
  private final List<Event> events = new ArrayList<>();

  /**
   * Whether the actor may make this access now.
   *
   * @param read the store that it reads, if any
   * @param writesAt where in coherence order its own store comes to lie; -1 if there is none
   */
  boolean allows(Actor actor, Location location, @Nullable Store read, int writesAt) {
    Event next = new Event(actor, location, read);
    BitSet before = new BitSet();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (isBehind(event, next, writesAt)) {
        open.add(i);
      }
      before.set(i, isBefore(event, next, writesAt));
    }
    BitSet reached = new BitSet();
    while (!open.isEmpty()) {
      int at = open.remove(open.size() - 1);
      if (before.get(at)) {
        return false;
      }
      if (!reached.get(at)) {
        reached.set(at);
        for (int i = 0; i < events.size(); i++) {
          if (!reached.get(i) && isBefore(events.get(at), events.get(i), at < i)) {
            open.add(i);
          }
        }
      }
    }
    return true;
  }

  void add(Actor actor, Location location, @Nullable Store read, @Nullable Store written) {
    Event event = new Event(actor, location, read);
    event.written = written;
    events.add(event);
  }

  /** A permit is given to an actor, or taken by it. */
  void addPermit(Actor actor, Actor target) {
    events.add(new Event(actor, target, null));
  }

  /** Whether the new event, whose store has no place yet, must come before one that is there. */
  private static boolean isBehind(Event event, Event next, int writesAt) {
    if (event.target != next.target || event.written == null) {
      return false;
    }
    int place = event.written.position;
    return writesAt >= 0 ? place >= writesAt : next.read != null && place > next.read.position;
  }

  /** Whether one that is there must come before the new event. */
  private static boolean isBefore(Event event, Event next, int writesAt) {
    if (event.actor == next.actor || next.clock.knows(event.actor.id, event.time)) {
      return true;
    }
    if (event.target != next.target) {
      return false;
    }
    if (event.written != null) {
      return event.written == next.read || (writesAt >= 0 && event.written.position < writesAt);
    }
    return writesAt >= 0 && event.read != null && event.read.position < writesAt;
  }

  private static boolean isBefore(Event one, Event other, boolean wasEarlier) {
    if (one.actor == other.actor) {
      return wasEarlier;
    }
    if (one.target instanceof Actor) {
      boolean isPermit = one.target == other.target;
      return wasEarlier && (isPermit || other.clock.knows(one.actor.id, one.time));
    }
    if (other.clock.knows(one.actor.id, one.time)) {
      return wasEarlier;
    }
    if (one.target != other.target) {
      return false;
    }
    if (one.written != null) {
      return other.written != null
          ? one.written.position < other.written.position
          : one.written == other.read;
    }
    return one.read != null && other.written != null && one.read.position < other.written.position;
  }
}
