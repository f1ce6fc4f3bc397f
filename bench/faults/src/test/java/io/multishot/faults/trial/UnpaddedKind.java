package io.multishot.faults.trial;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Shot;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A channel of {@code long} that is as small as can be. */
final class UnpaddedKind extends Channel {

  private final UnpaddedChannel.Receiver receiver = UnpaddedChannel.open();

  @Override
  MultiShotReceiver receiver() {
    return receiver;
  }

  @Override
  MultiShotSender sender() {
    return receiver.sender();
  }

  @Override
  @Nullable MultiShotSender trySender() {
    return receiver.trySender();
  }

  @Override
  MultiShotSender renew() {
    return receiver.renew();
  }

  @Override
  void peek() {
    number = receiver.peek();
    hasSeen = true;
  }

  @Override
  void take() {
    number = receiver.take();
    hasSeen = true;
  }

  @Override
  void receive() throws InterruptedException {
    number = receiver.receive();
    hasSeen = true;
  }

  @Override
  void receiveUninterruptibly() {
    number = receiver.receiveUninterruptibly();
    hasSeen = true;
  }

  @Override
  void receive(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
    number = receiver.receive(timeout, unit);
    hasSeen = true;
  }

  @Override
  void onReceive(Told told, @Nullable Executor executor) {
    UnpaddedChannel.Handler handler =
        new UnpaddedChannel.Handler() {
          @Override
          public void received(long value) {
            told.received(value);
          }

          @Override
          public void failed(Throwable failure) {
            told.failed(failure);
          }
        };
    if (executor == null) {
      receiver.onReceive(handler);
    } else {
      receiver.onReceive(handler, executor);
    }
  }

  @Override
  CompletableFuture<?> toFuture() {
    return receiver.toFuture();
  }

  @Override
  boolean send(MultiShotSender sender, long value) {
    return ((UnpaddedChannel.Sender) sender).send(value);
  }

  @Override
  @SuppressWarnings("unchecked") // what box makes
  void sendFrom(MultiShotSender sender, CompletionStage<?> source) {
    ((UnpaddedChannel.Sender) sender).sendFrom((CompletionStage<Long>) source);
  }

  @Override
  Shot shot(MultiShotSender sender) {
    return ((UnpaddedChannel.Sender) sender).shot();
  }

  @Override
  boolean send(Shot shot, long value) {
    return ((UnpaddedChannel.Shot) shot).send(value);
  }

  @Override
  Object box(long value) {
    return value;
  }

  @Override
  long unbox(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }
}
