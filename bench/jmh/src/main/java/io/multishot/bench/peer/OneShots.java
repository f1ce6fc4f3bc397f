package io.multishot.bench.peer;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.SettableFuture;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Sinks;

/** The one-shots of the JDK and of the libraries, each used as its documentation advises. */
public final class OneShots {

  private OneShots() {}

  /** Those of the JDK's type can be looked at, and waited for. */
  private abstract static class Futures<F extends Future<Long>>
      implements OneShot.Polled<F>, OneShot.Awaited<F> {

    @Override
    public @Nullable Long poll(F future) throws InterruptedException {
      return future.isDone() ? await(future) : null;
    }

    @Override
    public final Long await(F future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  public static final class Completables extends Futures<CompletableFuture<Long>> {

    @Override
    public CompletableFuture<Long> make() {
      return new CompletableFuture<>();
    }

    @Override
    public void complete(CompletableFuture<Long> future, long value) {
      future.complete(value);
    }

    @Override
    public @Nullable Long poll(CompletableFuture<Long> future) {
      return future.getNow(null);
    }
  }

  /** Tasks that are not run, but completed from outside, as they let their subclasses be. */
  public static final class Tasks extends Futures<Tasks.Task> {

    @Override
    public Task make() {
      return new Task();
    }

    @Override
    public void complete(Task task, long value) {
      task.set(value);
    }

    static final class Task extends FutureTask<Long> {

      private static final Callable<Long> NEVER_RUN =
          () -> {
            throw new AssertionError();
          };

      Task() {
        super(NEVER_RUN);
      }

      @Override
      protected void set(Long value) {
        super.set(value);
      }
    }
  }

  public static final class Settables extends Futures<SettableFuture<Long>> {

    @Override
    public SettableFuture<Long> make() {
      return SettableFuture.create();
    }

    @Override
    public void complete(SettableFuture<Long> future, long value) {
      future.set(value);
    }
  }

  /** Promises of the executor that runs listeners at once, on the thread that completes them. */
  public static final class Promises extends Futures<Promise<Long>> {

    @Override
    public Promise<Long> make() {
      return ImmediateEventExecutor.INSTANCE.newPromise();
    }

    @Override
    public void complete(Promise<Long> promise, long value) {
      promise.trySuccess(value);
    }

    @Override
    public @Nullable Long poll(Promise<Long> promise) {
      return promise.getNow();
    }
  }

  /** A sink tells nobody who does not subscribe: it cannot be looked at, only waited for. */
  public static final class Ones implements OneShot.Awaited<Sinks.One<Long>> {

    @Override
    public Sinks.One<Long> make() {
      return Sinks.one();
    }

    @Override
    public void complete(Sinks.One<Long> sink, long value) {
      sink.tryEmitValue(value).orThrow();
    }

    @Override
    public Long await(Sinks.One<Long> sink) throws InterruptedException {
      try {
        return requireNonNull(sink.asMono().block());
      } catch (RuntimeException e) {
        if (Exceptions.unwrap(e) instanceof InterruptedException interrupt) {
          throw interrupt;
        }
        throw e;
      }
    }
  }
}
