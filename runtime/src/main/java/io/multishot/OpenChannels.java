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

/** In checked mode: the receivers and slabs that are not closed. It keeps none of them alive. */
final class OpenChannels {

  private static final ConcurrentSkipListMap<Long, Entry> ENTRIES = new ConcurrentSkipListMap<>();
  private static final ReferenceQueue<Listed> GARBAGE = new ReferenceQueue<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private OpenChannels() {}

  /** The entry of one receiver or slab, by what only that holds. */
  static final class Entry extends WeakReference<Listed> {
    private final long id;
    private final long openedAt = System.nanoTime();
    private final @Nullable Place opened;

    private Entry(Listed listed, long id) {
      super(listed, GARBAGE);
      this.id = id;
      this.opened = Checks.isPlaceTaken(id) ? new Place("opened here", null) : null;
    }

    long id() {
      return id;
    }

    long openedAt() {
      return openedAt;
    }

    /** How long it is open. */
    Duration age() {
      return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    /** Where it was opened, if that is known. */
    @Nullable Place opened() {
      return opened == null ? null : opened.trimmed();
    }
  }

  /** Enters what is being constructed still: others may find it before its end. */
  static Entry add(Listed listed) {
    Reference<? extends Listed> garbage = GARBAGE.poll();
    while (garbage != null) {
      remove((Entry) garbage);
      garbage = GARBAGE.poll();
    }
    long id = LAST_ID.incrementAndGet();
    Entry entry = new Entry(listed, id);
    ENTRIES.put(id, entry);
    return entry;
  }

  static void remove(Entry entry) {
    ENTRIES.remove(entry.id);
  }

  static List<OpenChannel> list() {
    List<OpenChannel> found = new ArrayList<>();
    for (Entry entry : ENTRIES.values()) {
      Listed listed = entry.get();
      if (listed != null) {
        listed.describeTo(found, entry);
      }
    }
    return found;
  }
}
