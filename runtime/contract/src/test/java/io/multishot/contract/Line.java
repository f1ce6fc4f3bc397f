package io.multishot.contract;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An open channel of some kind, and its operations without their types. */
record Line<R extends MultiShotReceiver, S extends MultiShotSender>(
    Subject<R, S> subject, R receiver) {

  S sender() {
    return subject.sender().apply(receiver);
  }

  @Nullable S trySender() {
    return subject.trySender().apply(receiver);
  }

  S renew() {
    return subject.renew().apply(receiver);
  }

  boolean send(S sender, @Nullable Object value) {
    return subject.send().test(sender, value);
  }

  Shot shot(S sender) {
    return subject.shot().apply(sender);
  }

  boolean send(Shot shot, @Nullable Object value) {
    return subject.sendInShot().test(shot, value);
  }

  Poll poll() {
    return receiver.poll();
  }

  Poll poll(Waker waker) {
    return receiver.poll(waker);
  }

  @Nullable Object peek() {
    return subject.peek().apply(receiver);
  }

  @Nullable Object take() {
    return subject.take().apply(receiver);
  }

  @Nullable Object receive() throws InterruptedException {
    return subject.receive().apply(receiver);
  }

  @Nullable Object receiveUninterruptibly() {
    return subject.receiveUninterruptibly().apply(receiver);
  }

  @Nullable Object receive(long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    return subject.receiveWithin().apply(receiver, timeout, unit);
  }

  void onReceive(Subject.Handler handler) {
    subject.onReceive().register(receiver, handler);
  }

  void onReceive(Subject.Handler handler, Executor executor) {
    subject.onReceive().register(receiver, handler, executor);
  }

  CompletableFuture<?> toFuture() {
    return subject.toFuture().apply(receiver);
  }

  void sendFrom(S sender, CompletionStage<@Nullable Object> source) {
    subject.sendFrom().accept(sender, source);
  }

  void sendFrom(Shot shot, CompletionStage<@Nullable Object> source) {
    subject.sendFromInShot().accept(shot, source);
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
