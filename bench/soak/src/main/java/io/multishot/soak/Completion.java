package io.multishot.soak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a future is completed by somebody else than its sender: with no value, or a time-out. */
enum Completion {
  COMPLETE,
  COMPLETE_EXCEPTIONALLY,
  OBTRUDE_VALUE,
  OBTRUDE_EXCEPTION,
  COMPLETE_ASYNC,
  OR_TIMEOUT,
  COMPLETE_ON_TIMEOUT,
  /** Two threads at once. */
  CANCEL_AND_COMPLETE;

  /** Sees to it that the future is completed, now or soon. */
  void of(CompletableFuture<?> future, long nanos, Executor tasks) {
    @SuppressWarnings({
      "unchecked",
      "NullAway"
    }) // null is no value of a channel's, and told from it
    CompletableFuture<Object> any = (CompletableFuture<Object>) future;
    switch (this) {
      case COMPLETE -> complete(any);
      case COMPLETE_EXCEPTIONALLY -> any.completeExceptionally(new TimeoutException());
      case OBTRUDE_VALUE -> obtrude(any);
      case OBTRUDE_EXCEPTION -> any.obtrudeException(new TimeoutException());
      case COMPLETE_ASYNC -> {
        CompletableFuture<Object> unused = any.completeAsync(Completion::none, tasks);
      }
      case OR_TIMEOUT -> {
        CompletableFuture<Object> unused = any.orTimeout(nanos, TimeUnit.NANOSECONDS);
      }
      case COMPLETE_ON_TIMEOUT -> {
        CompletableFuture<Object> unused =
            any.completeOnTimeout(none(), nanos, TimeUnit.NANOSECONDS);
      }
      case CANCEL_AND_COMPLETE -> {
        tasks.execute(() -> any.cancel(false));
        complete(any);
      }
    }
  }

  private static void complete(CompletableFuture<Object> future) {
    future.complete(none());
  }

  private static void obtrude(CompletableFuture<Object> future) {
    future.obtrudeValue(none());
  }

  @SuppressWarnings("NullAway")
  private static Object none() {
    return null;
  }
}
