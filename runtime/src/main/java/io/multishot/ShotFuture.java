package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a shot as a future. It is always completed: by the outcome, or by whoever
 * completes it in another way, which ends the shot first.
 */
abstract sealed class ShotFuture<T extends @Nullable Object> extends CompletableFuture<T>
    permits OutcomeFuture, SlabFuture {

  /** Abandons the shot, or discards its outcome, before the future is completed without it. */
  abstract void endShot();

  /** Completes it with the shot's value; or with what that throws. */
  final void completeBy(@Nullable T value) {
    try {
      super.complete(value);
    } catch (Throwable thrown) { // no memory, or a dependent at the end of the stack
      failBy(thrown);
    }
  }

  /** As {@code completeExceptionally}, and once again if that throws: it allocates. */
  final boolean failBy(Throwable failure) {
    try {
      return super.completeExceptionally(failure);
    } catch (Throwable thrown) {
      return super.completeExceptionally(thrown);
    }
  }

  @Override
  public boolean complete(T value) {
    endShot();
    try {
      return super.complete(value);
    } catch (Throwable thrown) {
      failBy(thrown); // its shot is over: or whoever waits for it would wait for ever
      throw thrown;
    }
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    endShot();
    return failBy(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    endShot();
    try {
      return super.cancel(mayInterruptIfRunning);
    } catch (Throwable thrown) {
      failBy(thrown);
      throw thrown;
    }
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    Objects.requireNonNull(supplier, "supplier");
    executor.execute(new AsyncCompletion<>(this, supplier));
    return this;
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
    return completeAsync(supplier, defaultExecutor());
  }

  @Override
  public void obtrudeValue(T value) {
    endShot();
    try {
      super.obtrudeValue(value);
    } catch (Throwable thrown) {
      failBy(thrown);
      throw thrown;
    }
  }

  @Override
  public void obtrudeException(Throwable failure) {
    endShot();
    try {
      super.obtrudeException(failure);
    } catch (Throwable thrown) {
      failBy(thrown);
      throw thrown;
    }
  }

  /** What {@link #completeAsync} runs: it completes by the overridden methods. */
  private static final class AsyncCompletion<T extends @Nullable Object>
      implements Runnable, AsynchronousCompletionTask {

    private final ShotFuture<T> future;
    private final Supplier<? extends T> supplier;

    AsyncCompletion(ShotFuture<T> future, Supplier<? extends T> supplier) {
      this.future = future;
      this.supplier = supplier;
    }

    @Override
    public void run() {
      if (future.isDone()) {
        return;
      }
      try {
        future.complete(supplier.get());
      } catch (Throwable thrown) {
        future.completeExceptionally(thrown);
      }
    }
  }
}
