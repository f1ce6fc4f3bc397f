package io.multishot.modelchecker;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hands things to other threads of a scenario, in the order in which they came, as a concurrent
 * queue does: what happened before {@link #put} happened before what follows the {@link #take} of
 * that thing. To wait for one makes no schedules to explore, in contrast to a loop on a variable.
 */
public final class Mailbox<T> {

  private record Letter<T>(T thing, Knowledge released) {}

  private final Queue<Letter<T>> letters = new ArrayDeque<>();

  /** Puts it in, behind what is there. */
  public void put(T thing) {
    Actor actor = actor();
    actor.execution.step(Op.access(this, true));
    letters.add(new Letter<>(thing, actor.knowledge.copy()));
    actor.knowledge.clock().tick(actor.id);
    actor.execution.trace(actor, () -> "puts " + name(actor, thing) + " into a mailbox");
  }

  /** Waits until there is something, and takes out what came first. */
  public T take() {
    Actor actor = actor();
    actor.execution.step(new Op(Op.Kind.TAKE, this, true));
    T taken = remove(actor);
    if (taken == null) {
      throw new IllegalStateException("nothing in the mailbox");
    }
    return taken;
  }

  /** Takes out what came first; {@code null} if there is nothing. */
  public @Nullable T poll() {
    Actor actor = actor();
    actor.execution.step(Op.access(this, true));
    return remove(actor);
  }

  private @Nullable T remove(Actor actor) {
    Letter<T> first = letters.poll();
    if (first == null) {
      actor.execution.trace(actor, () -> "finds a mailbox empty");
      return null;
    }
    actor.knowledge.learn(first.released);
    actor.execution.trace(actor, () -> "takes " + name(actor, first.thing) + " out of a mailbox");
    return first.thing;
  }

  private static String name(Actor actor, @Nullable Object thing) {
    return actor.execution.nameOf(thing);
  }

  /** Whether there is nothing in it; for the end of a scenario, where nobody else changes that. */
  public boolean isEmpty() {
    return letters.isEmpty();
  }

  private static Actor actor() {
    Actor actor = Worker.current();
    if (actor == null) {
      throw new IllegalStateException("a mailbox is of use in a scenario only");
    }
    return actor;
  }
}
