package io.multishot.bench;

import io.multishot.bench.peer.FreeSlots;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of requests that are pending, whose replies name them. A requester keeps what it needs of
 * each in a place of its own: the id, and where the reply comes by a future, that.
 *
 * <p>In one virtual machine there is one subclass.
 */
abstract class PendingTable {

  /** In place of a reply. */
  static final long NOTHING = Long.MIN_VALUE;

  private static final long BEYOND_CACHED_BOXES = 1L << 40;

  /** Opens a request for a place that has none, and returns its id. */
  abstract long open(int place);

  /** Replies to a request. Returns whether it was pending. */
  abstract boolean reply(long id, long value);

  /** Takes the reply that is there; {@link #NOTHING} if it is not. */
  abstract long poll(int place);

  /** Waits for the reply, and takes it. */
  abstract long await(int place) throws InterruptedException;

  /** Gives a request up: a reply that comes later is refused. */
  abstract void giveUp(int place);

  /** Takes the reply that is there, and checks it. */
  final long take(int place, long expected) {
    long found = poll(place);
    if (found != expected) {
      throw new AssertionError(found);
    }
    return found;
  }

  /** A slab. It has twice as many slots as there are places: a free one is found soon. */
  static final class OfSlab extends PendingTable {

    private final LongSlab slab;
    private final long[] ids;

    OfSlab(int places) {
      slab = LongSlab.open(2 * places);
      ids = new long[places];
    }

    @Override
    long open(int place) {
      long id = slab.acquire();
      ids[place] = id;
      return id;
    }

    @Override
    boolean reply(long id, long value) {
      return slab.send(id, value);
    }

    @Override
    long poll(int place) {
      long id = ids[place];
      return switch (slab.poll(id)) {
        case READY -> slab.take(id);
        case PENDING -> NOTHING;
        case FAILED, DISCONNECTED, UNKNOWN -> throw new AssertionError(id);
      };
    }

    @Override
    long await(int place) throws InterruptedException {
      return slab.receive(ids[place]);
    }

    @Override
    void giveUp(int place) {
      if (!slab.abandon(ids[place])) {
        throw new AssertionError(place);
      }
    }
  }

  /** Futures in some map: a requester keeps its own, and looks nothing up. */
  private abstract static class OfFutures extends PendingTable {

    private final CompletableFuture<Long>[] futures;
    private final long[] ids;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    OfFutures(int places) {
      futures = new CompletableFuture[places];
      ids = new long[places];
    }

    abstract long nextId();

    abstract void put(long id, CompletableFuture<Long> future);

    abstract @Nullable CompletableFuture<Long> remove(long id);

    @Override
    final long open(int place) {
      long id = nextId();
      CompletableFuture<Long> future = new CompletableFuture<>();
      ids[place] = id;
      futures[place] = future;
      put(id, future);
      return id;
    }

    @Override
    final boolean reply(long id, long value) {
      CompletableFuture<Long> future = remove(id);
      return future != null && future.complete(value);
    }

    @Override
    final long poll(int place) {
      Long value = futures[place].getNow(null);
      return value == null ? NOTHING : value;
    }

    @Override
    final long await(int place) throws InterruptedException {
      try {
        return futures[place].get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    final void giveUp(int place) {
      if (remove(ids[place]) == null) {
        throw new AssertionError(place);
      }
    }
  }

  /** What most clients have. */
  static final class OfMap extends OfFutures {

    private final ConcurrentHashMap<Long, CompletableFuture<Long>> pending;
    private final AtomicLong last = new AtomicLong(BEYOND_CACHED_BOXES);

    OfMap(int places) {
      super(places);
      pending = new ConcurrentHashMap<>(2 * places);
    }

    @Override
    long nextId() {
      return last.incrementAndGet();
    }

    @Override
    void put(long id, CompletableFuture<Long> future) {
      pending.put(id, future);
    }

    @Override
    @Nullable CompletableFuture<Long> remove(long id) {
      return pending.remove(id);
    }
  }

  /** Agrona's map of unboxed keys, which one thread may use at a time. */
  static final class OfAgronaMap extends OfFutures {

    private static final float LOAD = 0.65f;

    private final Long2ObjectHashMap<CompletableFuture<Long>> pending;
    private long last = BEYOND_CACHED_BOXES;

    OfAgronaMap(int places) {
      super(places);
      pending = new Long2ObjectHashMap<>(2 * places, LOAD);
    }

    @Override
    long nextId() {
      return ++last;
    }

    @Override
    void put(long id, CompletableFuture<Long> future) {
      pending.put(id, future);
    }

    @Override
    @Nullable CompletableFuture<Long> remove(long id) {
      return pending.remove(id);
    }
  }

  /**
   * Channels without padding, in an array: a place has the channel of its index, which is the id.
   */
  static final class OfChannels extends PendingTable {

    private final UnpaddedLongChannel.Receiver[] receivers;
    private final UnpaddedLongChannel.Sender[] senders;

    OfChannels(int places) {
      receivers = new UnpaddedLongChannel.Receiver[places];
      senders = new UnpaddedLongChannel.Sender[places];
      for (int i = 0; i < places; i++) {
        receivers[i] = UnpaddedLongChannel.open();
      }
    }

    @Override
    long open(int place) {
      senders[place] = receivers[place].sender();
      return place;
    }

    @Override
    boolean reply(long id, long value) {
      return senders[(int) id].send(value);
    }

    @Override
    long poll(int place) {
      return switch (receivers[place].poll()) {
        case READY -> receivers[place].take();
        case PENDING -> NOTHING;
        case FAILED, DISCONNECTED, UNKNOWN -> throw new AssertionError(place);
      };
    }

    @Override
    long await(int place) throws InterruptedException {
      return receivers[place].receive();
    }

    @Override
    void giveUp(int place) {
      senders[place] = receivers[place].renew();
      senders[place].close();
      receivers[place].drop();
    }
  }

  /** A set of free slots beside an array: no protocol at all, for one thread. */
  static final class OfBitSet extends PendingTable {

    private final FreeSlots slots;
    private final int[] slotOf;

    OfBitSet(int places) {
      slots = new FreeSlots(2 * places);
      slotOf = new int[places];
    }

    @Override
    long open(int place) {
      int slot = slots.acquire();
      slotOf[place] = slot;
      return slot;
    }

    @Override
    boolean reply(long id, long value) {
      return slots.put((int) id, value);
    }

    @Override
    long poll(int place) {
      int slot = slotOf[place];
      return slots.isThere(slot) ? slots.take(slot) : NOTHING;
    }

    @Override
    long await(int place) {
      throw new UnsupportedOperationException("one thread");
    }

    @Override
    void giveUp(int place) {
      slots.free(slotOf[place]);
    }
  }
}
