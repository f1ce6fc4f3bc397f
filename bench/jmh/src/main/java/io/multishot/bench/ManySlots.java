package io.multishot.bench;

import io.multishot.bench.floor.PaddedFields;
import io.multishot.bench.floor.PaddedReference;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Many of what {@link ManyChannels} measures. In one virtual machine there is one subclass. */
abstract class ManySlots {

  private static final long SEED = 42;

  /** Sends a value over one of them, receives it and checks it. */
  abstract long cycle(int index, long value);

  /** All of them, in the order of use. */
  abstract Object[] all();

  final void shuffle() {
    Collections.shuffle(Arrays.asList(all()), new Random(SEED));
  }

  private static long require(long expected, long received) {
    if (received != expected) {
      throw new AssertionError(received);
    }
    return received;
  }

  /** Exchanges that store what a channel stores: a reference to the object itself. */
  static final class PaddedFields extends ManySlots {

    private final PaddedReference[] all;

    PaddedFields(int n) {
      all = new PaddedReference[n];
      Arrays.setAll(all, i -> new PaddedReference("nothing yet"));
    }

    @Override
    long cycle(int index, long value) {
      PaddedReference field = all[index];
      return field.getAndSet(field) == field ? value : 0; // 0 the first time
    }

    @Override
    Object[] all() {
      return all;
    }
  }

  /** As {@link PaddedFields}. */
  static final class Fields extends ManySlots {

    private final AtomicReference<Object>[] all;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    Fields(int n) {
      all = new AtomicReference[n];
      Arrays.setAll(all, i -> new AtomicReference<>("nothing yet"));
    }

    @Override
    long cycle(int index, long value) {
      AtomicReference<Object> field = all[index];
      return field.getAndSet(field) == field ? value : 0; // 0 the first time
    }

    @Override
    Object[] all() {
      return all;
    }
  }

  static final class Channels extends ManySlots {

    private final LongChannel.Receiver[] all;

    Channels(int n) {
      all = new LongChannel.Receiver[n];
      Arrays.setAll(all, i -> LongChannel.open());
    }

    @Override
    long cycle(int index, long value) {
      LongChannel.Receiver channel = all[index];
      channel.sender().send(value);
      return require(value, channel.take());
    }

    @Override
    Object[] all() {
      return all;
    }
  }

  static final class UnpaddedChannels extends ManySlots {

    private final UnpaddedLongChannel.Receiver[] all;

    UnpaddedChannels(int n) {
      all = new UnpaddedLongChannel.Receiver[n];
      Arrays.setAll(all, i -> UnpaddedLongChannel.open());
    }

    @Override
    long cycle(int index, long value) {
      UnpaddedLongChannel.Receiver channel = all[index];
      channel.sender().send(value);
      return require(value, channel.take());
    }

    @Override
    Object[] all() {
      return all;
    }
  }

  /** A new future each time, kept in the place of the last. */
  static final class Futures extends ManySlots {

    private final CompletableFuture<Long>[] all;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    Futures(int n) {
      all = new CompletableFuture[n];
      Arrays.setAll(all, i -> new CompletableFuture<>());
    }

    @Override
    long cycle(int index, long value) {
      CompletableFuture<Long> future = new CompletableFuture<>();
      all[index] = future;
      future.complete(value);
      return require(value, future.getNow(-1L));
    }

    @Override
    Object[] all() {
      return all;
    }
  }
}
