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

/** A channel of messages of two parts, received as a view. */
final class MessageKind extends Channel {

  private final MessageChannel.Receiver receiver = MessageChannel.open();

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
    object = receiver.peek();
    hasSeen = true;
  }

  @Override
  void take() {
    object = receiver.take();
    hasSeen = true;
  }

  @Override
  void receive() throws InterruptedException {
    object = receiver.receive();
    hasSeen = true;
  }

  @Override
  void receiveUninterruptibly() {
    object = receiver.receiveUninterruptibly();
    hasSeen = true;
  }

  @Override
  void receive(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
    object = receiver.receive(timeout, unit);
    hasSeen = true;
  }

  @Override
  void onReceive(Told told, @Nullable Executor executor) {
    MessageChannel.Handler handler =
        new MessageChannel.Handler() {
          @Override
          public void received(Declarations.AMessage value) {
            told.received(unbox(value));
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
    return ((MessageChannel.Sender) sender).send(value, Twins.of(value));
  }

  @Override
  @SuppressWarnings("unchecked") // what box makes
  void sendFrom(MultiShotSender sender, CompletionStage<?> source) {
    ((MessageChannel.Sender) sender).sendFrom((CompletionStage<Declarations.AMessage>) source);
  }

  @Override
  Shot shot(MultiShotSender sender) {
    return ((MessageChannel.Sender) sender).shot();
  }

  @Override
  boolean send(Shot shot, long value) {
    return ((MessageChannel.Shot) shot).send(value, Twins.of(value));
  }

  @Override
  Object box(long value) {
    return new Declarations.AFutureMessage(value, Twins.of(value));
  }

  @Override
  long unbox(@Nullable Object value) {
    return number((Declarations.AMessage) Objects.requireNonNull(value));
  }

  private static long number(Declarations.AMessage message) {
    return Twins.number(message.id(), message.twin());
  }
}
