package io.multishot.soak;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Slabs with one method that is not as it should be. */
@SuppressWarnings("ImmutableEnumChecker") // method references that keep nothing
enum FaultyReplies {
  /** A reply goes to whichever shot the slot has. */
  IGNORES_THE_GENERATION(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return super.send(nowIn(slab, id), number);
            }
          }),
  /** So that a name with foreign bits names somebody's shot. */
  IGNORES_HIGH_BITS(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return super.send(id & (1L << 47) - 1, number);
            }
          }),
  ACCEPTS_TWICE(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return super.send(id, number) || isNow();
            }
          }),
  LOSES_REPLIES(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return isNow() || super.send(id, number);
            }
          }),
  REFUSES_AND_SENDS(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return super.send(id, number) && !isNow();
            }
          }),
  MIXES_UP(
      slab ->
          new LongReplies(slab) {
            @Override
            boolean send(long id, long number) {
              return super.send(id, isNow() ? number ^ 1 : number);
            }
          }),
  RUNS_HANDLERS_TWICE(
      slab ->
          new LongReplies(slab) {
            @Override
            void onReceive(long id, Handler handler, @Nullable Executor executor) {
              Handler twice =
                  (received, number) -> {
                    handler.received(received, number);
                    handler.received(received, number);
                  };
              super.onReceive(id, twice, executor); // always: few are answered on a busy machine
            }
          });

  /** A fault shows itself in one of so many calls. */
  private static final int RARITY = 20;

  private static final AtomicLong CALLS = new AtomicLong();

  private interface Adapting {
    Replies of(LongSlab slab);
  }

  private final Adapting adapting;

  FaultyReplies(Adapting adapting) {
    this.adapting = adapting;
  }

  IntFunction<Replies> slabs() {
    return capacity -> adapting.of(LongSlab.open(capacity));
  }

  private static boolean isNow() {
    return CALLS.incrementAndGet() % RARITY == 0;
  }

  /** The shot that is open in the slot of this one, if there is one. */
  private static long nowIn(LongSlab slab, long id) {
    int bits = 32 - Integer.numberOfLeadingZeros(slab.capacity() - 1);
    long mask = (1L << bits) - 1;
    long[] found = {id};
    slab.forEachPending(pending -> found[0] = (pending & mask) == (id & mask) ? pending : found[0]);
    return found[0];
  }
}
