package io.multishot.faults.trial;

import io.multishot.Slab;
import io.multishot.SlabHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A slab of either kind, to which numbers are sent. */
abstract class Replies {

  /** A handler of either kind. */
  interface Handler extends SlabHandler {
    void received(long id, long value);
  }

  static final int CAPACITY = 2;
  private static final long SEED = 1;

  /** The kinds. */
  static Replies of(String kind) {
    return switch (kind) {
      case "slab of long" -> new OfLong();
      case "slab of messages" -> new OfMessages();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  abstract Slab<?, ?> slab();

  abstract long tryAcquire(long deadline);

  abstract int expire(long now);

  abstract boolean send(long id, long value);

  abstract void sendFrom(long id, CompletableFuture<Object> source);

  abstract Object valueOf(long value);

  abstract long take(long id);

  abstract long receive(long id) throws InterruptedException;

  abstract long receiveUninterruptibly(long id);

  abstract long receiveInVain(long id) throws InterruptedException, TimeoutException;

  abstract void onReceive(long id, Handler handler, @Nullable Executor executor);

  private static final class OfLong extends Replies {

    private final LongSlab slab = LongSlab.open(CAPACITY, SEED);

    @Override
    LongSlab slab() {
      return slab;
    }

    @Override
    long tryAcquire(long deadline) {
      return slab.tryAcquire(deadline);
    }

    @Override
    int expire(long now) {
      return slab.expire(now);
    }

    @Override
    boolean send(long id, long value) {
      return slab.send(id, value);
    }

    @Override
    @SuppressWarnings("unchecked")
    void sendFrom(long id, CompletableFuture<Object> source) {
      slab.sendFrom(id, (CompletionStage<Long>) (CompletionStage<?>) source);
    }

    @Override
    Object valueOf(long value) {
      return value;
    }

    @Override
    long take(long id) {
      return slab.take(id);
    }

    @Override
    long receive(long id) throws InterruptedException {
      return slab.receive(id);
    }

    @Override
    long receiveUninterruptibly(long id) {
      return slab.receiveUninterruptibly(id);
    }

    @Override
    long receiveInVain(long id) throws InterruptedException, TimeoutException {
      return slab.receive(id, 1, TimeUnit.NANOSECONDS);
    }

    @Override
    void onReceive(long id, Handler handler, @Nullable Executor executor) {
      LongSlab.Handler typed = new LongTelling(handler);
      if (executor == null) {
        slab.onReceive(id, typed);
      } else {
        slab.onReceive(id, typed, executor);
      }
    }

    private record LongTelling(Handler handler) implements LongSlab.Handler {
      @Override
      public void received(long id, long value) {
        handler.received(id, value);
      }

      @Override
      public void failed(long id, Throwable failure) {
        handler.failed(id, failure);
      }
    }
  }

  private static final class OfMessages extends Replies {

    private final MessageSlab slab = MessageSlab.open(CAPACITY, SEED);
    private final MessageSlab.Copy copy = new MessageSlab.Copy();

    /** What is completed, and not sent by its parts. */
    private record Made(long id, Object twin) implements Declarations.AMessageOfASlab {}

    @Override
    MessageSlab slab() {
      return slab;
    }

    @Override
    long tryAcquire(long deadline) {
      return slab.tryAcquire(deadline);
    }

    @Override
    int expire(long now) {
      return slab.expire(now);
    }

    @Override
    boolean send(long id, long value) {
      return slab.send(id, value, twin(value));
    }

    @Override
    @SuppressWarnings("unchecked")
    void sendFrom(long id, CompletableFuture<Object> source) {
      slab.sendFrom(
          id, (CompletionStage<Declarations.AMessageOfASlab>) (CompletionStage<?>) source);
    }

    @Override
    Object valueOf(long value) {
      return new Made(value, twin(value));
    }

    @Override
    long take(long id) {
      return Twins.number(slab.take(id, copy));
    }

    @Override
    long receive(long id) throws InterruptedException {
      return Twins.number(slab.receive(id, copy));
    }

    @Override
    long receiveUninterruptibly(long id) {
      return Twins.number(slab.receiveUninterruptibly(id, copy));
    }

    @Override
    long receiveInVain(long id) throws InterruptedException, TimeoutException {
      return Twins.number(slab.receive(id, copy, 1, TimeUnit.NANOSECONDS));
    }

    private static Object twin(long value) {
      return Twins.VALUES.referenceOf(value, 1, Object.class);
    }

    @Override
    void onReceive(long id, Handler handler, @Nullable Executor executor) {
      MessageSlab.Handler typed = new MessageTelling(handler);
      if (executor == null) {
        slab.onReceive(id, typed);
      } else {
        slab.onReceive(id, typed, executor);
      }
    }

    private record MessageTelling(Handler handler) implements MessageSlab.Handler {
      @Override
      public void received(long id, long value, Object twin) {
        handler.received(id, Twins.number(new Made(value, twin)));
      }

      @Override
      public void failed(long id, Throwable failure) {
        handler.failed(id, failure);
      }
    }
  }
}
