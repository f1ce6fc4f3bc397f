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

/** A channel of records with a constructor of their own. */
final class RecordKind extends Channel {

  private final RecordChannel.Receiver receiver = RecordChannel.open();

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
    RecordChannel.Handler handler =
        new RecordChannel.Handler() {
          @Override
          public void received(Declarations.ARecord value) {
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
  void onReceiveView(Told told, @Nullable Executor executor) {
    RecordChannel.ViewHandler handler =
        new RecordChannel.ViewHandler() {
          @Override
          public void received(RecordChannel.View value) {
            told.received(Twins.number(value.id(), value.twin()));
          }

          @Override
          public void failed(Throwable failure) {
            told.failed(failure);
          }
        };
    if (executor == null) {
      receiver.onReceiveView(handler);
    } else {
      receiver.onReceiveView(handler, executor);
    }
  }

  @Override
  CompletableFuture<?> toFuture() {
    return receiver.toFuture();
  }

  @Override
  boolean send(MultiShotSender sender, long value) {
    return ((RecordChannel.Sender) sender).send(value, Twins.of(value));
  }

  @Override
  @SuppressWarnings("unchecked") // what box makes
  void sendFrom(MultiShotSender sender, CompletionStage<?> source) {
    ((RecordChannel.Sender) sender).sendFrom((CompletionStage<Declarations.ARecord>) source);
  }

  @Override
  Shot shot(MultiShotSender sender) {
    return ((RecordChannel.Sender) sender).shot();
  }

  @Override
  boolean send(Shot shot, long value) {
    return ((RecordChannel.Shot) shot).send(value, Twins.of(value));
  }

  @Override
  Object box(long value) {
    return new Declarations.ARecord(value, Twins.of(value));
  }

  @Override
  long unbox(@Nullable Object value) {
    return number((Declarations.ARecord) Objects.requireNonNull(value));
  }

  private static long number(Declarations.ARecord message) {
    return Twins.number(message.id(), message.twin());
  }
}
