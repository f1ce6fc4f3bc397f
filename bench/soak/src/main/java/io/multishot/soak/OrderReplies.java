package io.multishot.soak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Shots that carry a message. */
final class OrderReplies extends Replies {

  private final OrderSlab slab;
  private final OrderSlab.Copy copy = new OrderSlab.Copy();

  OrderReplies(OrderSlab slab) {
    this.slab = slab;
  }

  /** What is completed, and not sent by its parts. */
  private record Made(long number, Payload twin) implements SlabDeclarations.Order {}

  @Override
  OrderSlab slab() {
    return slab;
  }

  @Override
  Replies forAnotherThread() {
    return new OrderReplies(slab);
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
    return slab.send(id, number, twinOf(number));
  }

  @Override
  @SuppressWarnings("unchecked")
  void sendFrom(long id, CompletableFuture<Object> source) {
    slab.sendFrom(id, (CompletionStage<SlabDeclarations.Order>) (CompletionStage<?>) source);
  }

  @Override
  long take(long id) {
    return numberOf(slab.take(id, copy));
  }

  @Override
  long receive(long id) throws InterruptedException {
    return numberOf(slab.receive(id, copy));
  }

  @Override
  long receiveUninterruptibly(long id) {
    return numberOf(slab.receiveUninterruptibly(id, copy));
  }

  @Override
  long receive(long id, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
    return numberOf(slab.receive(id, copy, timeout, unit));
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
    return new Made(number, twinOf(number));
  }

  @Override
  long numberOf(Object value) {
    SlabDeclarations.Order order = (SlabDeclarations.Order) value;
    return whole(order.number(), order.twin());
  }

  private static Payload twinOf(long number) {
    return Payload.pooled(Mix.of(number));
  }

  @SuppressWarnings("ReferenceEquality") // whose it is
  private static long whole(long number, Payload twin) {
    if (twin != twinOf(number)) {
      throw new SoakFailure("two halves of messages: number " + number + " with " + twin.number());
    }
    return number;
  }

  private record Telling(Handler handler) implements OrderSlab.Handler {
    @Override
    public void received(long id, long number, Payload twin) {
      handler.received(id, whole(number, twin));
    }

    @Override
    public void failed(long id, Throwable failure) {
      handler.failed(id, failure);
    }
  }
}
