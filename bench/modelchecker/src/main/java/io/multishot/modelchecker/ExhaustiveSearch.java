package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All schedules, but of those that differ only in the order of operations that do not conflict one:
 * dynamic partial-order reduction with source sets and sleep sets (Abdulla, Aronis, Jonsson and
 * Sagonas, "Optimal Dynamic Partial Order Reduction", POPL 2014).
 */
final class ExhaustiveSearch extends Search {

  /** Who goes on. */
  private static final class Turn extends Choice {
    final BitSet ready = new BitSet();

    /** Who is to go on here, in some execution. */
    final BitSet wanted = new BitSet();

    /** Who has gone on here, or need not: it was seen before, and nothing has conflicted since. */
    final BitSet explored = new BitSet();

    Turn() {
      super(0);
    }

    @Override
    boolean advance() {
      explored.set(chosen);
      BitSet left = (BitSet) wanted.clone();
      left.andNot(explored);
      chosen = left.nextSetBit(0);
      return chosen >= 0;
    }
  }

  /** One operation executed. */
  private record Step(Actor actor, Op op, int time, Clock clock, @Nullable Turn before) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Clock> clocks = new ArrayList<>();
  private @Nullable Turn turn;

  /** Who is asleep at the next turn. */
  private BitSet asleep = new BitSet();

  @Override
  void begin() {
    super.begin();
    steps.clear();
    clocks.clear();
    asleep = new BitSet();
    turn = null;
  }

  @Override
  @Nullable Actor chooseActor(@Nullable Actor current, List<Actor> ready, boolean isFree) {
    Turn here = (Turn) repeated();
    if (here == null) {
      here = new Turn();
      for (Actor actor : ready) {
        here.ready.set(actor.id);
      }
      here.explored.or(asleep);
      Actor first = firstAwake(current, ready);
      if (first == null) {
        wantRacesReversed(ready);
        return null;
      }
      here.chosen = first.id;
      here.wanted.set(first.id);
      add(here);
    }
    turn = here;
    for (Actor actor : ready) {
      if (actor.id == here.chosen) {
        return actor;
      }
    }
    throw new IllegalStateException("the scenario does not repeat itself: who went on cannot");
  }

  private @Nullable Actor firstAwake(@Nullable Actor current, List<Actor> ready) {
    if (current != null && ready.contains(current) && !asleep.get(current.id)) {
      return current;
    }
    for (Actor actor : ready) {
      if (!asleep.get(actor.id)) {
        return actor;
      }
    }
    return null;
  }

  private Clock clock(Actor actor) {
    while (clocks.size() <= actor.id) {
      clocks.add(new Clock(Execution.MOST_ACTORS));
    }
    return clocks.get(actor.id);
  }

  /** What is not executed any more conflicts with what was, nevertheless. */
  private void wantRacesReversed(List<Actor> ready) {
    for (Actor actor : ready) {
      Op next = actor.next;
      if (next != null) {
        wantRacesReversed(actor, next, clock(actor));
      }
    }
  }

  @Override
  void executed(Actor actor, Op op) {
    if (op.kind() == Op.Kind.SPIN) {
      throw new UnmodelledException("a search without bound cannot do with threads that spin");
    }
    Clock clock = clock(actor);
    wantRacesReversed(actor, op, clock);
    clock.join(behindAll(op, clock));
    clock.tick(actor.id);
    steps.add(new Step(actor, op, clock.time(actor.id), clock.copy(), turn));
    fallAsleep(actor, op);
    turn = null;
  }

  /** Whatever this comes behind only by chance shall come behind it, in another execution. */
  private void wantRacesReversed(Actor actor, Op op, Clock before) {
    Clock known = before.copy();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.op.conflictsWith(op) && !known.knows(step.actor.id, step.time)) {
        wantReversed(i, actor, behindAll(op, before));
        known.join(step.clock);
      }
    }
  }

  /** What the operation comes behind, if all that it conflicts with does come before it. */
  private Clock behindAll(Op op, Clock before) {
    Clock clock = before.copy();
    for (Step step : steps) {
      if (step.op.conflictsWith(op)) {
        clock.join(step.clock);
      }
    }
    return clock;
  }

  private void wantReversed(int index, Actor actor, Clock clock) {
    Turn turnBefore = steps.get(index).before;
    if (turnBefore == null) {
      return; // before the search began
    }
    BitSet initials = initials(index, actor, clock);
    if (initials.intersects(turnBefore.wanted)) {
      return;
    }
    int initial = initials.nextSetBit(0);
    if (turnBefore.ready.get(initial)) {
      turnBefore.wanted.set(initial);
    } else { // it waited for this
      turnBefore.wanted.or(turnBefore.ready);
    }
  }

  /** Who could be the first of those after that step that do not depend on it. */
  private BitSet initials(int index, Actor actor, Clock clock) {
    Step reversed = steps.get(index);
    List<Step> independent = new ArrayList<>();
    BitSet initials = new BitSet();
    BitSet seen = new BitSet();
    for (Step step : steps.subList(index + 1, steps.size())) {
      if (!step.clock.knows(reversed.actor.id, reversed.time)) {
        if (!seen.get(step.actor.id) && isFirst(step.clock, independent)) {
          initials.set(step.actor.id);
        }
        seen.set(step.actor.id);
        independent.add(step);
      }
    }
    if (!seen.get(actor.id) && isFirst(clock, independent)) {
      initials.set(actor.id);
    }
    return initials;
  }

  private static boolean isFirst(Clock clock, List<Step> before) {
    return before.stream().noneMatch(step -> clock.knows(step.actor.id, step.time));
  }

  /** Of those who went on here before, or sleep, those sleep on whom this does not concern. */
  private void fallAsleep(Actor actor, Op op) {
    Turn here = turn;
    if (here == null) {
      return;
    }
    BitSet sleeping = (BitSet) here.explored.clone();
    sleeping.clear(actor.id);
    for (Actor other : actor.execution.actors()) {
      Op next = other.next;
      if (sleeping.get(other.id) && next != null && next.conflictsWith(op)) {
        sleeping.clear(other.id);
      }
    }
    asleep = sleeping;
  }
}
