package io.multishot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What a slab has in checked mode beside its search: of each slot the last shots, for the owners of
 * ids to be told what they have done. A late {@code send} is right, and nobody is told of it.
 *
 * <p>Production loads this class never. What is noted here is noted after the slot's word has
 * changed, and changes nothing itself; what cannot be noted, for want of memory or stack, is not.
 */
final class SlabChecks extends SlotSearch implements Listed {

  /** So many past shots of a slab are known at least. */
  private static final int HISTORY = 16;

  private final Slab<?, ?> slab;
  private final AtomicReferenceArray<@Nullable KnownShot> last;
  private final int depth;
  private final AtomicLong shots = new AtomicLong();
  private OpenChannels.@Nullable Entry entry;

  private SlabChecks(Slab<?, ?> slab, int capacity) {
    super(capacity);
    this.slab = slab;
    this.last = new AtomicReferenceArray<>(capacity);
    this.depth = Math.max(1, HISTORY / capacity);
  }

  /** For a new slab. Its type is the superclass, or to verify the caller would load this. */
  static SlotSearch open(SlotTable table, int capacity) {
    SlabChecks made = new SlabChecks((Slab<?, ?>) table, capacity);
    made.entry = OpenChannels.add(made);
    return made;
  }

  private static SlabChecks of(SlotTable table) {
    return (SlabChecks) table.search();
  }

  /** The slab refuses every acquire, and has ended its shots. */
  static void close(SlotTable table) {
    OpenChannels.Entry entry = of(table).entry;
    if (entry != null) {
      OpenChannels.remove(entry);
    }
  }

  // Shots.

  /** Acquires, and notes who did. */
  static long acquire(Slab<?, ?> slab, boolean isTimed, long deadline) {
    SlabChecks checks = of(slab);
    long number = checks.shots.get() + 1;
    Headroom.probe(number); // or the end of the stack could come before the shot is noted
    KnownShot shot = new KnownShot(number);
    long id = slab.acquireSlot(isTimed, deadline);
    if (id != SlotTable.NO_ID) {
      checks.shots.incrementAndGet();
      shot.begin(id);
      checks.add(shot, slab.slot(id));
    }
    return id;
  }

  /** Somebody else may have ended the shot already, and acquired the slot again. */
  private void add(KnownShot shot, int slot) {
    KnownShot seen = last.get(slot);
    while (seen == null || seen.id() < shot.id()) {
      shot.before = seen;
      if (last.compareAndSet(slot, seen, shot)) {
        forgetOldest(shot);
        return;
      }
      seen = last.get(slot);
    }
  }

  private void forgetOldest(KnownShot newest) {
    KnownShot kept = newest;
    for (int left = depth; left > 0 && kept != null; left--) {
      kept = kept.before;
    }
    if (kept != null) {
      kept.before = null;
    }
  }

  private static @Nullable KnownShot find(SlotTable table, long id) {
    int slot = table.slotOf(id);
    KnownShot shot = slot == SlotTable.NO_SLOT ? null : of(table).last.get(slot);
    while (shot != null && shot.id() != id) {
      shot = shot.before;
    }
    return shot;
  }

  /** This thread has ended a shot for its owner. */
  static void end(SlotTable table, long id, String how) {
    try {
      KnownShot shot = find(table, id);
      if (shot != null) {
        shot.end(how);
      }
    } catch (StackOverflowError | OutOfMemoryError lacking) {
      // who uses the id again is told less
    }
  }

  /** This thread has the slot, whose outcome is to be received after all. */
  static void undoEnd(SlotTable table, int slot) {
    KnownShot shot = of(table).last.get(slot);
    if (shot != null) {
      shot.undoEnd();
    }
  }

  // Two owners.

  /** Whether the current thread waits for a shot for which it does not wait already. */
  static boolean isOutside(Slab<?, ?> slab, long id) {
    KnownShot shot = find(slab, id);
    return shot != null && shot.isOutside();
  }

  static long await(Slab<?, ?> slab, long id, long nanos) throws InterruptedException {
    KnownShot shot = find(slab, id);
    return shot == null ? SlotBlocking.await(slab, id, nanos) : shot.await(slab, nanos);
  }

  /**
   * Checks that no other thread waits for the shot.
   *
   * @throws IllegalStateException if there is one
   */
  static void requireAlone(Slab<?, ?> slab, long id) {
    KnownShot shot = find(slab, id);
    Thread other = shot == null ? null : shot.other();
    if (shot != null && other != null) {
      throw twoOwners(slab, shot, other);
    }
  }

  /** The owner is about to leave the outcome to a handler or a future. */
  static void leave(Slab<?, ?> slab, long id) {
    requireAlone(slab, id);
    KnownShot shot = find(slab, id);
    if (shot != null && !SlotTable.isAwaited(slab.word(id))) {
      shot.leave();
    }
  }

  static IllegalStateException twoOwners(Slab<?, ?> slab, KnownShot shot, Thread other) {
    return reported(
        Misuse.Kind.TWO_OWNERS,
        slab,
        shot,
        "two threads used one id at once: "
            + UserCode.identity(other)
            + " waits for its shot. An id has one owner at a time: "
            + describe(slab, shot.id()),
        shot.acquired());
  }

  /** Two threads have come to one outcome, of which this is the later one. */
  static IllegalStateException secondOwner(Slab<?, ?> slab, long id) {
    KnownShot shot = find(slab, id);
    return reported(
        Misuse.Kind.TWO_OWNERS,
        slab,
        shot,
        "two threads took one outcome at once: an id has one owner at a time: "
            + describe(slab, id),
        shot == null ? null : shot.acquired());
  }

  // Ids without a shot.

  /** Whoever calls is told by this; others are, if the owner could not but know. */
  static IllegalStateException unknown(Slab<?, ?> slab, long id) {
    if (!slab.isGivenOut(id)) {
      return reported(Misuse.Kind.FOREIGN_ID, slab, null, foreign(slab, id), null);
    }
    KnownShot shot = find(slab, id);
    KnownShot.Ending ending = shot == null ? null : shot.ending();
    String text =
        "no such shot: "
            + describe(slab, id)
            + (ending == null ? " has ended: it was taken, received or abandoned" : " ")
            + (ending == null ? "" : ending.how());
    Place place = ending == null ? null : ending.place();
    return ending != null && ending.isOwners()
        ? reported(Misuse.Kind.SECOND_USE, slab, shot, text, place)
        : new IllegalStateException(text + seePlaces(place), place);
  }

  private static String foreign(Slab<?, ?> slab, long id) {
    String text = "no such shot: " + describe(slab, id);
    if (id == SlotTable.NO_ID) {
      return text + " is NONE, which tryAcquire() returns where it has acquired nothing";
    }
    return text
        + " was never given out by this slab"
        + (slab.slotOf(id) == SlotTable.NO_SLOT ? ", which has no such slot" : "")
        + ": it is of another slab, or no id at all";
  }

  private static String describe(Slab<?, ?> slab, long id) {
    return "id " + id + " of " + Reports.channelOf(slab);
  }

  private static String seePlaces(@Nullable Place place) {
    return place == null ? Reports.HOW_TO_SEE_PLACES : "; see the causes for where";
  }

  private static IllegalStateException reported(
      Misuse.Kind kind,
      Slab<?, ?> slab,
      @Nullable KnownShot shot,
      String text,
      @Nullable Place place) {
    boolean hasPlaces = kind != Misuse.Kind.FOREIGN_ID;
    IllegalStateException told =
        new IllegalStateException(hasPlaces ? text + seePlaces(place) : text, place);
    OpenChannels.Entry entry = of(slab).entry;
    Reports.report(
        new Misuse(
            kind,
            Reports.channelOf(slab),
            entry == null || shot == null ? 0 : entry.id(),
            shot == null ? 0 : shot.id(),
            Thread.currentThread(),
            told));
    return told;
  }

  // The list.

  @Override
  public void describeTo(List<OpenChannel> found, OpenChannels.Entry entry) {
    if (slab.isClosed()) {
      return;
    }
    int before = found.size();
    for (int slot = 0; slot < slab.capacity; slot++) {
      long word = slab.wordVolatile(slot);
      if (SlotTable.isLive(word) || SlotTable.isEnded(word)) {
        found.add(describe(slab.idOf(word, slot), word, entry));
      }
    }
    if (found.size() == before) {
      found.add(
          new OpenChannel(
              Reports.channelOf(slab), entry.id(), "idle", entry.age(), entry.opened()));
    }
  }

  private OpenChannel describe(long id, long word, OpenChannels.Entry entry) {
    KnownShot shot = find(slab, id);
    Duration age =
        shot == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - shot.acquiredAt());
    return new OpenChannel(
        Reports.channelOf(slab),
        entry.id(),
        SlotTable.describePhase(word),
        SlotTable.isLive(word),
        id,
        age,
        shot == null ? null : shot.acquirer(),
        entry.opened(),
        shot == null ? null : shot.acquired());
  }
}
