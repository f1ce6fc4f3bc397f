package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What a group registers with one of its receivers, in each of its waits. */
final class GroupMember implements ShotWaker {

  private static final VarHandle SHOT =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "shot", VarHandle.class, GroupMember.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle EPOCH =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "epoch", VarHandle.class, GroupMember.class, long.class)
          .withInvokeExactBehavior();

  private final GroupTicket ticket;
  private final MultiShotReceiver receiver;
  private final int groupSize;

  // The owner writes the shot, then the epoch, which it releases; a sender acquires the epoch, and
  // then reads the shot. So a late one that reads a later epoch reads a later shot as well, which
  // is not its own. Its own shot has had no later epoch, since it is over.

  /** The sequence number of the shot that it is registered for. Opaque. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long shot;

  /** The wait that it is registered for. Release and acquire. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long epoch;

  /** The cell that it was registered with last, if it was not withdrawn; of the owner. */
  private @Nullable MultiShotSender registered;

  GroupMember(GroupTicket ticket, MultiShotReceiver receiver, int groupSize) {
    this.ticket = ticket;
    this.receiver = receiver;
    this.groupSize = groupSize;
  }

  MultiShotReceiver receiver() {
    return receiver;
  }

  MultiShotSender cell() {
    return receiver.cell();
  }

  @Nullable Object state() {
    return receiver.cell().stateAcquire();
  }

  /** Returns {@code false} if there is no live sender. */
  boolean register(long newEpoch) {
    MultiShotSender cell = cell();
    Object seen = cell.stateAcquire();
    if (!cell.isLive(seen)) {
      return false;
    }
    SHOT.setOpaque(this, cell.sequence());
    EPOCH.setRelease(this, newEpoch);
    if (cell.register(seen, this) != this) {
      return false;
    }
    registered = cell;
    return true;
  }

  void withdraw() {
    MultiShotSender cell = registered;
    if (cell != null) {
      registered = null;
      if (cell.stateAcquire() == this) {
        cell.deregister(this);
      }
    }
  }

  @Override
  public void wake(long ended) {
    long registeredFor = (long) EPOCH.getAcquire(this);
    if ((long) SHOT.getOpaque(this) == ended) {
      ticket.signal(registeredFor);
    }
  }

  @Override
  public boolean ownsReceiver() {
    return false;
  }

  @Override
  public String describe() {
    return "a group of " + groupSize;
  }
}
