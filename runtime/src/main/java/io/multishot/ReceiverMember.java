package io.multishot;

import org.jspecify.annotations.Nullable;

/** A receiver in a group. */
final class ReceiverMember extends GroupMember {

  private final MultiShotReceiver receiver;

  /** The cell that it was registered with last, if it was not withdrawn; of the owner. */
  private @Nullable MultiShotSender registered;

  ReceiverMember(MultiShotReceiver receiver, GroupTicket ticket, int groupSize) {
    super(ticket, groupSize);
    this.receiver = receiver;
  }

  @Override
  MultiShotReceiver awaited() {
    return receiver;
  }

  @Override
  int look() {
    MultiShotSender cell = receiver.cell();
    Object seen = cell.stateAcquire();
    if (cell.isOutcome(seen)) {
      return OUTCOME;
    }
    return cell.isLive(seen) ? ReceiverGroup.PENDING : ReceiverGroup.IDLE;
  }

  @Override
  boolean isMissed() {
    MultiShotSender cell = receiver.cell();
    Object seen = cell.stateAcquire();
    return cell.isLive(seen) && seen != this;
  }

  @Override
  boolean register(long newEpoch) {
    MultiShotSender cell = receiver.cell();
    Object seen = cell.stateAcquire();
    if (!cell.isLive(seen)) {
      return false;
    }
    prepare(cell.sequence(), newEpoch);
    if (cell.register(seen, this) != this) {
      return false;
    }
    registered = cell;
    return true;
  }

  @Override
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
  boolean abandon() {
    return receiver.abandonShot();
  }
}
