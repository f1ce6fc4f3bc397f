package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What a group registers with one of those that it waits for, in each of its waits. */
abstract sealed class GroupMember implements ShotWaker permits ReceiverMember, SlabMember {

  /** What {@link #look} returns, beside {@link ReceiverGroup#PENDING} and {@code IDLE}. */
  static final int OUTCOME = 0;

  private static final VarHandle SHOT =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "shot", VarHandle.class, GroupMember.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle EPOCH =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "epoch", VarHandle.class, GroupMember.class, long.class)
          .withInvokeExactBehavior();

  private final GroupTicket ticket;
  private final int groupSize;

  // The owner writes the shot, then the epoch, which it releases; a sender acquires the epoch, and
  // then reads the shot. So a late one that reads a later epoch reads a later shot as well, which
  // is not its own. Its own shot has had no later epoch, since it is over.

  /** The shot that it is registered for: its sequence number, or its id. Opaque. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long shot;

  /** The wait that it is registered for. Release and acquire. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long epoch;

  GroupMember(GroupTicket ticket, int groupSize) {
    this.ticket = ticket;
    this.groupSize = groupSize;
  }

  /** Returns a member of that kind. */
  static GroupMember of(Awaitable awaited, GroupTicket ticket, int groupSize) {
    return awaited instanceof SlabShot shot
        ? new SlabMember(shot, ticket, groupSize)
        : new ReceiverMember((MultiShotReceiver) awaited, ticket, groupSize);
  }

  /** What it stands for. */
  abstract Awaitable awaited();

  /** {@return OUTCOME, PENDING or IDLE, by one look at the shot} */
  abstract int look();

  /** Whether the shot is pending, and this is not registered for it. */
  abstract boolean isMissed();

  /** Returns {@code false} if it is not pending. */
  abstract boolean register(long newEpoch);

  abstract void withdraw();

  /** Gives a shot up, pending or ended; {@code false} if there is none. */
  abstract boolean abandon();

  /** To be called before it is registered. */
  final void prepare(long newShot, long newEpoch) {
    SHOT.setOpaque(this, newShot);
    EPOCH.setRelease(this, newEpoch);
  }

  @Override
  public final void wake(long ended) {
    long registeredFor = (long) EPOCH.getAcquire(this);
    if ((long) SHOT.getOpaque(this) == ended) {
      ticket.signal(registeredFor);
    }
  }

  @Override
  public final boolean ownsReceiver() {
    return false;
  }

  @Override
  public final String describe() {
    return "a group of " + groupSize;
  }
}
