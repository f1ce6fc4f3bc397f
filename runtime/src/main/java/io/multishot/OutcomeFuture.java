package io.multishot;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one shot as a future. Whoever completes it first, by cancelling it or otherwise,
 * abandons the shot; but if the outcome has come, that is what completes it.
 */
final class OutcomeFuture<T extends @Nullable Object> extends CompletableFuture<T>
    implements MultiShotHandler {

  private final MultiShotReceiver receiver;
  private final Delivery delivery;

  OutcomeFuture(MultiShotReceiver receiver) {
    this.receiver = receiver;
    this.delivery = new Delivery(receiver, Runnable::run); // which no handler will use again
  }

  Delivery delivery() {
    return delivery;
  }

  void received(T value) {
    super.complete(value);
  }

  @Override
  public void failed(Throwable failure) {
    super.completeExceptionally(failure);
  }

  @Override
  public boolean complete(T value) {
    return abandonShot() && super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    return abandonShot() && super.completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean isOurs = isDone() || abandonShot();
    return isOurs ? super.cancel(mayInterruptIfRunning) : isCancelled();
  }

  /** Returns {@code false} if the future is done, or about to be. */
  private boolean abandonShot() {
    return !isDone() && receiver.abandonFor(delivery);
  }
}
