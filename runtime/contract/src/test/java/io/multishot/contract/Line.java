package io.multishot.contract;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.MultiShots;
import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.Waker;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An open channel of some kind, whose operations return what they receive. */
record Line(Subject subject, Channel channel) {

  MultiShotReceiver receiver() {
    return channel.receiver();
  }

  MultiShotSender sender() {
    return kept(channel.sender());
  }

  @Nullable MultiShotSender trySender() {
    MultiShotSender armed = channel.trySender();
    return armed == null ? null : kept(armed);
  }

  MultiShotSender renew() {
    return kept(channel.renew());
  }

  /** A sender that a test armed and forgot is not lost: it is never to be answered. */
  private static MultiShotSender kept(MultiShotSender armed) {
    return MultiShots.isChecked() ? Silent.keep(armed) : armed;
  }

  boolean send(MultiShotSender sender, @Nullable Object value) {
    return channel.send(sender, value);
  }

  Shot shot(MultiShotSender sender) {
    return channel.shot(sender);
  }

  boolean send(Shot shot, @Nullable Object value) {
    return channel.send(shot, value);
  }

  Poll poll() {
    return channel.receiver().poll();
  }

  Poll poll(Waker waker) {
    return channel.receiver().poll(waker);
  }

  @Nullable Object peek() {
    channel.peek();
    return channel.received();
  }

  @Nullable Object take() {
    channel.take();
    return channel.received();
  }

  @Nullable Object receive() throws InterruptedException {
    channel.receive();
    return channel.received();
  }

  @Nullable Object receiveUninterruptibly() {
    channel.receiveUninterruptibly();
    return channel.received();
  }

  @Nullable Object receive(long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    channel.receive(timeout, unit);
    return channel.received();
  }

  void onReceive(Handler handler) {
    channel.onReceive(handler);
  }

  void onReceive(Handler handler, Executor executor) {
    channel.onReceive(handler, executor);
  }

  CompletableFuture<?> toFuture() {
    return channel.toFuture();
  }

  void sendFrom(MultiShotSender sender, CompletionStage<@Nullable Object> source) {
    channel.sendFrom(sender, source);
  }

  void sendFrom(Shot shot, CompletionStage<@Nullable Object> source) {
    channel.sendFrom(shot, source);
  }

  /** What a view shows, to be compared after it is outdated; anything else as it is. */
  @Nullable Object keep(@Nullable Object value) {
    return channel.keep(value);
  }

  /** The first of the values to send. */
  @Nullable Object value() {
    return subject.values().get(0);
  }

  /** A value that is not the first. */
  @Nullable Object otherValue() {
    return subject.values().get(1);
  }
}
