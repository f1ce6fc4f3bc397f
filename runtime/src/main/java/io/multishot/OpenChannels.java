package io.multishot;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** In checked mode: the receivers that are not closed. It keeps none of them alive. */
final class OpenChannels {

  private static final ConcurrentSkipListMap<Long, Entry> ENTRIES = new ConcurrentSkipListMap<>();
  private static final ReferenceQueue<Checks> GARBAGE = new ReferenceQueue<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private OpenChannels() {}

  /** The entry of one receiver, by what only that holds. */
  static final class Entry extends WeakReference<Checks> {
    private final long id;
    private final long openedAt = System.nanoTime();
    private final @Nullable Place opened;

    private Entry(Checks checks, long id) {
      super(checks, GARBAGE);
      this.id = id;
      this.opened = Checks.isPlaceTaken(id) ? new Place("opened here", null) : null;
    }

    long id() {
      return id;
    }
  }

  /** Enters a receiver whose constructor is running still: others may find it before its end. */
  static Entry add(Checks checks) {
    Reference<? extends Checks> garbage = GARBAGE.poll();
    while (garbage != null) {
      remove((Entry) garbage);
      garbage = GARBAGE.poll();
    }
    long id = LAST_ID.incrementAndGet();
    Entry entry = new Entry(checks, id);
    ENTRIES.put(id, entry);
    return entry;
  }

  static void remove(Entry entry) {
    ENTRIES.remove(entry.id);
  }

  static List<OpenChannel> list() {
    List<OpenChannel> found = new ArrayList<>();
    for (Entry entry : ENTRIES.values()) {
      Checks checks = entry.get();
      MultiShotSender cell = checks == null ? null : checks.receiver().cell();
      if (checks != null && (cell == null || !Cell.isFinal(cell.stateVolatile()))) {
        found.add(describe(entry, checks, cell));
      }
    }
    return found;
  }

  /** The cell, which may be none yet, is not looked at before the loan tells that it is made. */
  private static OpenChannel describe(Entry entry, Checks checks, @Nullable MultiShotSender cell) {
    Loan loan = checks.loan();
    long since = loan == null ? entry.openedAt : loan.armedAt();
    return new OpenChannel(
        Reports.channelOf(checks.receiver()),
        entry.id,
        loan == null || cell == null
            ? Sentinel.IDLE.toString()
            : cell.describe(cell.stateVolatile()),
        loan,
        Duration.ofNanos(System.nanoTime() - since),
        entry.opened == null ? null : entry.opened.trimmed());
  }
}
