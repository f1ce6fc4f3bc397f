package io.multishot.bench;

import com.google.common.util.concurrent.SettableFuture;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Slots of {@link ReplyOver} that are futures, a new one for each request. */
final class FutureSlots {

  private FutureSlots() {}

  /** A new future for each reply. It can be cancelled, and then accepts none. */
  private abstract static class OfFuture<F extends Future<Long>> extends RenewableSlot {

    F future = make();

    abstract F make();

    @Override
    final long await() throws InterruptedException {
      return get(future);
    }

    @Override
    final long await(long nanos) throws InterruptedException {
      return get(future, nanos);
    }

    @Override
    final void rearm() {
      future = make();
    }

    @Override
    final RenewableSlot renew() {
      future.cancel(false);
      return another();
    }

    abstract RenewableSlot another();
  }

  /** The JDK's. */
  static final class OfCompletableFuture extends OfFuture<CompletableFuture<Long>> {

    @Override
    CompletableFuture<Long> make() {
      return new CompletableFuture<>();
    }

    @Override
    RenewableSlot another() {
      return new OfCompletableFuture();
    }

    @Override
    boolean reply(long reply) {
      return future.complete(reply);
    }
  }

  /** Guava's. */
  static final class OfSettableFuture extends OfFuture<SettableFuture<Long>> {

    @Override
    SettableFuture<Long> make() {
      return SettableFuture.create();
    }

    @Override
    RenewableSlot another() {
      return new OfSettableFuture();
    }

    @Override
    boolean reply(long reply) {
      return future.set(reply);
    }
  }

  /** The JDK's task, which the worker runs. */
  static final class OfFutureTask extends OfFuture<FutureTask<Long>> {

    private long value;

    private Long value() {
      return value;
    }

    @Override
    FutureTask<Long> make() {
      return new FutureTask<>(this::value);
    }

    @Override
    RenewableSlot another() {
      return new OfFutureTask();
    }

    @Override
    boolean reply(long reply) {
      FutureTask<Long> current = future; // when it has run, the slot is the requester's
      value = reply;
      current.run();
      return !current.isCancelled();
    }
  }

  /** Netty's, without listeners. */
  static final class OfNettyPromise extends OfFuture<Promise<Long>> {

    @Override
    Promise<Long> make() {
      return ImmediateEventExecutor.INSTANCE.newPromise();
    }

    @Override
    RenewableSlot another() {
      return new OfNettyPromise();
    }

    @Override
    boolean reply(long reply) {
      return future.trySuccess(reply);
    }
  }

  private static long get(Future<Long> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static long get(Future<Long> future, long nanos) throws InterruptedException {
    try {
      return future.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLate) {
      return RenewableSlot.NOTHING;
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
