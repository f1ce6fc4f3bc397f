package io.multishot;

/** A shot of a slab in a group. */
final class SlabMember extends GroupMember {

  private final SlabShot shot;

  /** The id that it was registered with last, if it was not withdrawn; of the owner. */
  private long registered = Slab.NONE;

  SlabMember(SlabShot shot, GroupTicket ticket, int groupSize) {
    super(ticket, groupSize);
    this.shot = shot;
  }

  @Override
  SlabShot awaited() {
    return shot;
  }

  @Override
  int look() {
    Slab<?, ?> slab = shot.slab;
    long id = shot.id;
    long word = slab.word(id);
    if (!slab.isOf(word, id)) {
      return ReceiverGroup.IDLE;
    }
    if (SlotTable.isEnded(word)) {
      return OUTCOME;
    }
    return SlotTable.isLive(word) ? ReceiverGroup.PENDING : ReceiverGroup.IDLE;
  }

  @Override
  boolean isMissed() {
    return look() == ReceiverGroup.PENDING
        && (registered != shot.id || shot.slab.registered(registered) != this);
  }

  @Override
  boolean register(long newEpoch) {
    Slab<?, ?> slab = shot.slab;
    long id = shot.id;
    if (!slab.isPending(slab.word(id), id)) {
      return false;
    }
    prepare(id, newEpoch);
    if (!slab.isPending(slab.register(id, this), id)) {
      return false;
    }
    registered = id;
    return true;
  }

  @Override
  void withdraw() {
    long id = registered;
    if (id != Slab.NONE) {
      registered = Slab.NONE;
      shot.slab.tryDeregister(id, this);
    }
  }

  @Override
  boolean abandon() {
    return shot.slab.abandon(shot.id);
  }
}
