package io.multishot.modelchecker;

import org.jspecify.annotations.Nullable;

/**
 * Hands one thing at a time to another thread of a scenario, as a concurrent queue does: what
 * happened before {@link #put} happened before what follows {@link #take}. To wait for it makes no
 * schedules to explore, in contrast to a loop on a variable.
 */
public final class Mailbox<T> {

  private @Nullable T content;
  private @Nullable Knowledge released;

  /** Puts it in; replaces what is there. */
  public void put(T thing) {
    Actor actor = actor();
    actor.execution.step(Op.access(this, true));
    content = thing;
    released = actor.knowledge.copy();
    actor.knowledge.clock().tick(actor.id);
    actor.execution.trace(actor, () -> "puts " + thing + " into a mailbox");
  }

  /** Waits until there is something, and takes it out. */
  public T take() {
    Actor actor = actor();
    actor.execution.step(new Op(Op.Kind.TAKE, this, true));
    T taken = content;
    Knowledge learned = released;
    if (taken == null || learned == null) {
      throw new IllegalStateException("nothing in the mailbox");
    }
    content = null;
    actor.knowledge.learn(learned);
    actor.execution.trace(actor, () -> "takes " + taken + " out of a mailbox");
    return taken;
  }

  /** Whether there is nothing in it; for the end of a scenario, where nobody else changes that. */
  public boolean isEmpty() {
    return content == null;
  }

  private static Actor actor() {
    Actor actor = Worker.current();
    if (actor == null) {
      throw new IllegalStateException("a mailbox is of use in a scenario only");
    }
    return actor;
  }
}
