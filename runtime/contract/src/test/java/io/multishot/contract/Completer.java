package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Every way in which a user completes a future. */
enum Completer {
  CANCEL {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertTrue(future.cancel(true));
    }
  },
  CANCEL_WITHOUT_AN_INTERRUPT {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertTrue(future.cancel(false));
    }
  },
  COMPLETE {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertTrue(future.complete(value));
    }
  },
  COMPLETE_EXCEPTIONALLY {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertTrue(future.completeExceptionally(failure()));
    }
  },
  OR_TIMEOUT {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertSame(future, future.orTimeout(1, TimeUnit.MILLISECONDS));
    }
  },
  COMPLETE_ON_TIMEOUT {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertSame(future, future.completeOnTimeout(value, 1, TimeUnit.MILLISECONDS));
    }
  },
  COMPLETE_ASYNC {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertSame(future, future.completeAsync(() -> value));
    }
  },
  COMPLETE_ASYNC_BY_AN_EXECUTOR {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertSame(future, future.completeAsync(() -> value, Runnable::run));
    }
  },
  COMPLETE_ASYNC_WITH_A_FAILURE {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      assertSame(
          future,
          future.completeAsync(
              () -> {
                throw failure();
              }));
    }
  },
  OBTRUDE_VALUE {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      future.obtrudeValue(value);
    }
  },
  OBTRUDE_EXCEPTION {
    @Override
    void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value) {
      future.obtrudeException(failure());
    }
  };

  private static RuntimeException failure() {
    return new IllegalStateException("made up");
  }

  /** Completes a future that is not done. */
  abstract void complete(CompletableFuture<@Nullable Object> future, @Nullable Object value);

  /** What the future has been completed with: the value, or a failure. */
  @Nullable Object result(@Nullable Object value) {
    return switch (this) {
      case CANCEL, CANCEL_WITHOUT_AN_INTERRUPT -> CancellationException.class;
      case OR_TIMEOUT -> TimeoutException.class;
      case COMPLETE_EXCEPTIONALLY, COMPLETE_ASYNC_WITH_A_FAILURE, OBTRUDE_EXCEPTION ->
          IllegalStateException.class;
      default -> value;
    };
  }

  boolean isObtruding() {
    return this == OBTRUDE_VALUE || this == OBTRUDE_EXCEPTION;
  }

  /** The same for a future of a channel that carries views. */
  static @Nullable Object resultOf(Line line, CompletableFuture<?> future) {
    return line.keep(resultOf(future));
  }

  /** The value of a future that is done, or the type of what it was failed with. */
  static @Nullable Object resultOf(CompletableFuture<?> future) {
    try {
      return future.getNow(null);
    } catch (CancellationException e) {
      return e.getClass();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      return cause == null ? e.getClass() : cause.getClass();
    }
  }
}
