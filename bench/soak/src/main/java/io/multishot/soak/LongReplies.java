package io.multishot.soak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Shots that carry a number. */
class LongReplies extends Replies {

  private final LongSlab slab;

  LongReplies(LongSlab slab) {
    this.slab = slab;
  }

  @Override
  LongSlab slab() {
    return slab;
  }

  @Override
  Replies forAnotherThread() {
    return this;
  }

  @Override
  long tryAcquire(long deadline) {
    return slab.tryAcquire(deadline);
  }

  @Override
  int expire(long now, int limit) {
    return slab.expire(now, limit);
  }

  @Override
  boolean send(long id, long number) {
    return slab.send(id, number);
  }

  @Override
  @SuppressWarnings("unchecked")
  void sendFrom(long id, CompletableFuture<Object> source) {
    slab.sendFrom(id, (CompletionStage<Long>) (CompletionStage<?>) source);
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
  long receive(long id, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
    return slab.receive(id, timeout, unit);
  }

  @Override
  void onReceive(long id, Handler handler, @Nullable Executor executor) {
    if (executor == null) {
      slab.onReceive(id, new Telling(handler));
    } else {
      slab.onReceive(id, new Telling(handler), executor);
    }
  }

  @Override
  Object valueOf(long number) {
    return number;
  }

  @Override
  long numberOf(Object value) {
    return (long) value;
  }

  private record Telling(Handler handler) implements LongSlab.Handler {
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
