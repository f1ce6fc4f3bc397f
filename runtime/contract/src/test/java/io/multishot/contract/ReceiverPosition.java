package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.ReceiverGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The operations of a receiver and of its group. Each returns what came of it, as the table says.
 */
abstract class ReceiverPosition extends HeldShots {

  ReceiverPosition(Subject subject) {
    super(subject);
  }

  String arm() {
    return armed(line.sender());
  }

  String tryArm() {
    MultiShotSender armed = line.trySender();
    return armed == null ? "null" : armed(armed);
  }

  String renew() {
    return armed(line.renew());
  }

  String poll() {
    return line.poll().toString();
  }

  String pollWithWaker() {
    return registering(mine -> line.poll(waker(mine)).toString());
  }

  String peek() {
    String peeked = payload(line.peek());
    look();
    return peeked;
  }

  String take() {
    return payload(line.take());
  }

  String failure() {
    Throwable found = line.receiver().failure();
    return found == null ? "null" : found == failure ? "failure" : "another";
  }

  /** Keeps a view of the message, if there are views. */
  void look() {
    view = Views.of(line.receiver());
    viewed = RawState.cell(line.receiver());
  }

  String readView() {
    Object read = requireNonNull(view).get();
    return read.equals(Views.firstPart(requireNonNull(line.value()))) ? "value" : "another";
  }

  String receive() throws Exception {
    return waiting("Thread", () -> payload(line.receive()));
  }

  String receiveUninterruptibly() throws Exception {
    return waiting("Thread", () -> payload(line.receiveUninterruptibly()));
  }

  String receiveWithin(long days) throws Exception {
    return waiting("Thread", () -> payload(line.receive(days, TimeUnit.DAYS)));
  }

  String await() throws Exception {
    return waiting("Thread", () -> line.receiver().await().toString());
  }

  String awaitWithin(long days) throws Exception {
    return waiting("Thread", () -> line.receiver().await(days, TimeUnit.DAYS).toString());
  }

  String receiveInterrupted() throws Exception {
    return interrupted(() -> payload(line.receive()));
  }

  String awaitInterrupted() throws Exception {
    return interrupted(() -> line.receiver().await().toString());
  }

  String onReceive() {
    return registering(
        mine -> {
          line.onReceive(handler(mine));
          return "done";
        });
  }

  String onReceiveBy() {
    return registering(
        mine -> {
          line.onReceive(handler(mine), loop);
          return "done";
        });
  }

  String toFuture() {
    return registering(
        mine -> {
          CompletableFuture<?> made = line.toFuture();
          future = made;
          hear(made, mine);
          return "future";
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what the listener throws fails the test
  private void hear(CompletableFuture<?> made, Object mine) {
    made.whenComplete(
        (value, thrown) -> note(mine, "future: " + (thrown != null ? name(thrown) : told(value))));
  }

  /** All of them, the late ones included. */
  String runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    return "done";
  }

  String cancel() {
    return String.valueOf(requireNonNull(future).cancel(true));
  }

  String completeExceptionally() {
    return String.valueOf(requireNonNull(future).completeExceptionally(failure));
  }

  String withdraw() {
    return String.valueOf(line.receiver().withdraw());
  }

  String drop() {
    return String.valueOf(line.receiver().drop());
  }

  String closeReceiver() {
    line.receiver().close();
    return "done";
  }

  String receiverText() {
    return text(line.receiver());
  }

  /** The thread that waits for it, or for the group. */
  String interruptThread() {
    Waiter waiting = requireNonNull(waiter);
    waiting.thread.interrupt();
    told.add("thread: " + waiting.join());
    waiter = null;
    return "done";
  }

  // The group's.

  String pollAny() {
    return index(group.pollAny());
  }

  String pollAnyWithWaker() {
    return registering(mine -> index(group.pollAny(waker(mine))));
  }

  String awaitAny() throws Exception {
    return waiting("ReceiverMember", () -> index(group.awaitAny()));
  }

  String awaitAnyWithin(long days) throws Exception {
    return waiting("ReceiverMember", () -> index(group.awaitAny(days, TimeUnit.DAYS)));
  }

  String awaitAnyInterrupted() throws Exception {
    return interrupted(() -> index(group.awaitAny()));
  }

  String pollAll() {
    return String.valueOf(group.pollAll());
  }

  String pollAllWithWaker() {
    return registering(mine -> String.valueOf(group.pollAll(waker(mine))));
  }

  String awaitAll() throws Exception {
    return waiting(
        "ReceiverMember",
        () -> {
          group.awaitAll();
          return "done";
        });
  }

  String awaitAllWithin(long days) throws Exception {
    return waiting("ReceiverMember", () -> String.valueOf(group.awaitAll(days, TimeUnit.DAYS)));
  }

  String awaitAllInterrupted() throws Exception {
    return interrupted(
        () -> {
          group.awaitAll();
          return "done";
        });
  }

  String withdrawGroup() {
    group.withdraw();
    return "done";
  }

  String groupText() {
    String text = group.toString();
    assertTrue(text.startsWith("ReceiverGroup[" + line.receiver() + ", "), text);
    return text(line.receiver());
  }

  private static String index(int found) {
    return found == ReceiverGroup.PENDING
        ? "PENDING"
        : found == ReceiverGroup.IDLE ? "IDLE" : String.valueOf(found);
  }
}
