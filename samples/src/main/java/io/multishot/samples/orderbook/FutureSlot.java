package io.multishot.samples.orderbook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A new {@link CompletableFuture} for each reply; the request is used again here as well. */
final class FutureSlot implements ReplySlot {

  private FutureRequest request = new FutureRequest();

  @Override
  public Request arm() {
    request.future = new CompletableFuture<>();
    return request;
  }

  @Override
  public Request rearm() {
    request.future.cancel(false);
    request = new FutureRequest(); // the worker may come across the old one at any time
    return request;
  }

  @Override
  public long await(long nanos)
      throws InterruptedException, TimeoutException, UnknownOrderException {
    try {
      return nanos == FOREVER
          ? request.future.get()
          : request.future.get(nanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw ReplySlot.refusal(e);
    }
  }

  private static final class FutureRequest extends Request {

    private CompletableFuture<Long> future = new CompletableFuture<>();

    @Override
    boolean isAbandoned() {
      return future.isCancelled();
    }

    @Override
    boolean reply(long value) {
      return future.complete(value);
    }

    @Override
    boolean fail(Throwable cause) {
      return future.completeExceptionally(cause);
    }
  }
}
