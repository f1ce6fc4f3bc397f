package io.multishot.lincheck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The default layout: the cell is a {@code PaddedSender}. */
final class Padded extends GeneratedChannel<PaddedChannel.Sender> {

  private final PaddedChannel.Receiver receiver;

  Padded() {
    this(PaddedChannel.open());
  }

  private Padded(PaddedChannel.Receiver receiver) {
    super(receiver);
    this.receiver = receiver;
  }

  @Override
  PaddedChannel.Sender arm() {
    return receiver.sender();
  }

  @Override
  PaddedChannel.@Nullable Sender tryArm() {
    return receiver.trySender();
  }

  @Override
  PaddedChannel.Sender armAnew() {
    return receiver.renew();
  }

  @Override
  boolean send(PaddedChannel.Sender sender, long value) {
    return sender.send(value);
  }

  @Override
  void sendFrom(PaddedChannel.Sender sender, CompletionStage<Long> source) {
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

  private record TypedHandler(Handler handler) implements PaddedChannel.Handler {

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
