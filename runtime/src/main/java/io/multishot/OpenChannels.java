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
  private static final ReferenceQueue<MultiShotReceiver> GARBAGE = new ReferenceQueue<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private OpenChannels() {}

  /** The entry of one receiver. */
  static final class Entry extends WeakReference<MultiShotReceiver> {
    private final long id;
    private final long openedAt = System.nanoTime();
    private final @Nullable Place opened;

    private Entry(MultiShotReceiver receiver, long id) {
      super(receiver, GARBAGE);
      this.id = id;
      this.opened = Checks.isPlaceTaken(id) ? new Place("opened here", null) : null;
    }
  }

  static Entry add(MultiShotReceiver receiver) {
    Reference<? extends MultiShotReceiver> garbage = GARBAGE.poll();
    while (garbage != null) {
      remove((Entry) garbage);
      garbage = GARBAGE.poll();
    }
    long id = LAST_ID.incrementAndGet();
    Entry entry = new Entry(receiver, id);
    ENTRIES.put(id, entry);
    return entry;
  }

  static void remove(Entry entry) {
    ENTRIES.remove(entry.id);
  }

  static List<OpenChannel> list() {
    List<OpenChannel> found = new ArrayList<>();
    for (Entry entry : ENTRIES.values()) {
      MultiShotReceiver receiver = entry.get();
      if (receiver != null && !Cell.isFinal(receiver.cell().stateVolatile())) {
        found.add(describe(entry, receiver));
      }
    }
    return found;
  }

  private static OpenChannel describe(Entry entry, MultiShotReceiver receiver) {
    MultiShotSender cell = receiver.cell();
    Loan loan = receiver.checks().loan();
    long since = loan == null ? entry.openedAt : loan.armedAt();
    return new OpenChannel(
        Reports.channelOf(receiver),
        entry.id,
        cell.describe(cell.stateVolatile()),
        loan,
        Duration.ofNanos(System.nanoTime() - since),
        entry.opened == null ? null : entry.opened.trimmed());
  }
}
