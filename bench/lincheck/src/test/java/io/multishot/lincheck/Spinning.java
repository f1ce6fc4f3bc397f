package io.multishot.lincheck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A channel whose receiver looks once before it parks. */
final class Spinning extends GeneratedChannel<SpinningChannel.Sender> {

  private final SpinningChannel.Receiver receiver;

  Spinning() {
    this(SpinningChannel.open());
  }

  private Spinning(SpinningChannel.Receiver receiver) {
    super(receiver);
    this.receiver = receiver;
    Looks.learned(receiver, 1);
  }

  @Override
  SpinningChannel.Sender arm() {
    return receiver.sender();
  }

  @Override
  SpinningChannel.@Nullable Sender tryArm() {
    return receiver.trySender();
  }

  @Override
  SpinningChannel.Sender armAnew() {
    return receiver.renew();
  }

  @Override
  boolean send(SpinningChannel.Sender sender, long value) {
    return sender.send(value);
  }

  @Override
  void sendFrom(SpinningChannel.Sender sender, CompletionStage<Long> source) {
    sender.sendFrom(source);
  }

  @Override
  public long take() {
    return receiver.take();
  }

  @Override
  public long receive() throws InterruptedException {
    return receiver.receive();
  }

  @Override
  public long receive(long nanos) throws InterruptedException, TimeoutException {
    return receiver.receive(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public long receiveUninterruptibly() {
    return receiver.receiveUninterruptibly();
  }

  @Override
  public void onReceive(Handler handler) {
    receiver.onReceive(new TypedHandler(handler));
  }

  @Override
  public void onReceive(Handler handler, Executor executor) {
    receiver.onReceive(new TypedHandler(handler), executor);
  }

  @Override
  public CompletableFuture<Long> toFuture() {
    return receiver.toFuture();
  }

  private record TypedHandler(Handler handler) implements SpinningChannel.Handler {

    @Override
    public void received(long value) {
      handler.received(value);
    }

    @Override
    public void failed(Throwable failure) {
      handler.failed(failure);
    }
  }
}
