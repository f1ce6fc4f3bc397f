package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.Shot;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A channel in one of the states of {@code STATES.md}, with all that its two owners may hold: the
 * sender, a shot of it, a sender given up, futures, views, wakers. It notes who is told of what.
 */
final class Position extends ReceiverPosition implements AutoCloseable {

  Position(Subject subject) {
    super(subject);
  }

  // Getting there.

  /** Abandons a sender; {@code isConsumed} if it shall have noticed that already. */
  void leaveAbandoned(boolean isConsumed) {
    arm();
    toFuture();
    cancel();
    tell();
    future = null;
    if (isConsumed) {
      requireNonNull(abandoned).close();
    }
  }

  /**
   * Ends a shot, of which a task of its handler, a future and a view are left; and another one, to
   * which a future was to have sent something.
   */
  void leaveHistory() {
    arm();
    sendFromFuture();
    closeSender();
    arm();
    onReceiveBy();
    send();
    line.take();
    overShot = ownShot;
    arm();
    toFuture();
    send();
    arm();
    send();
    look();
    line.take();
  }

  /** Has the sender ask to be told if it is abandoned, whenever one is armed. */
  void watch() {
    watchesAlways = true;
  }

  void enter(String state) throws Exception {
    if (!state.equals("idle")) {
      arm();
    }
    switch (state) {
      case "idle", "armed" -> {}
      case "blocked" -> expect("waits", receive());
      case "waker" -> pollWithWaker();
      case "handler" -> onReceive();
      case "loop handler" -> onReceiveBy();
      case "future" -> toFuture();
      case "member" -> pollAnyWithWaker();
      case "parked member" -> expect("waits", awaitAny());
      case "value" -> send();
      case "queued" -> {
        onReceiveBy();
        send();
      }
      case "taken" -> {
        send();
        line.take();
      }
      case "failed" -> fail();
      case "disconnected" -> closeSender();
      case "idle after discard" -> {
        send();
        line.receiver().drop();
      }
      case "retired successor" -> line.receiver().close();
      case "retired" -> {
        closeSender();
        line.receiver().close();
      }
      default -> throw new AssertionError("no way is known to " + state);
    }
    tell();
  }

  private static void expect(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(expected + " expected, but " + actual);
    }
  }

  // What is there.

  boolean isWaitedFor() {
    return waiter != null;
  }

  boolean hasTask() {
    return !tasks.isEmpty();
  }

  // The sender's, and those of a shot.

  String send() {
    return String.valueOf(line.send(sender(), line.value()));
  }

  String fail() {
    return String.valueOf(sender().fail(failure));
  }

  String closeSender() {
    sender().close();
    if (hand == Hand.OWN) {
      partWithSource();
    }
    return "done";
  }

  String isAbandoned() {
    return String.valueOf(sender().isAbandoned());
  }

  String sendFromValue() {
    line.sendFrom(sender(), CompletableFuture.completedFuture(line.value()));
    return "done";
  }

  String sendFromFailure() {
    line.sendFrom(sender(), CompletableFuture.failedFuture(failure));
    return "done";
  }

  String sendFromFuture() {
    CompletableFuture<@Nullable Object> pending = new CompletableFuture<>();
    line.sendFrom(sender(), pending);
    leave(pending, false);
    return "done";
  }

  String completeSource() {
    return String.valueOf(takeSource().complete(line.value()));
  }

  String failSource() {
    return String.valueOf(takeSource().completeExceptionally(failure));
  }

  String shot() {
    return line.shot(sender()).toString().endsWith("[over]") ? "over" : "shot";
  }

  String senderText() {
    return text(sender());
  }

  String sendInShot() {
    return String.valueOf(line.send(heldShot(), line.value()));
  }

  String failInShot() {
    return String.valueOf(heldShot().fail(failure));
  }

  String sendFromValueInShot() {
    return sendFromInShot(CompletableFuture.completedFuture(line.value()));
  }

  String sendFromFailureInShot() {
    return sendFromInShot(CompletableFuture.failedFuture(failure));
  }

  String sendFromFutureInShot() {
    CompletableFuture<@Nullable Object> pending = new CompletableFuture<>();
    String result = sendFromInShot(pending);
    leave(pending, true);
    return result;
  }

  private String sendFromInShot(CompletableFuture<@Nullable Object> from) {
    Shot shot = heldShot();
    line.sendFrom(shot, from);
    leftShots.add(shot);
    return "done";
  }

  String closeShot() {
    heldShot().close();
    if (hand == Hand.OWN && !isLeftByShot) {
      partWithSource();
    }
    return "done";
  }

  String shotText() {
    return text(heldShot());
  }

  /** Ends the wait of a thread that is left, and fails if it does not end. */
  @Override
  public void close() {
    Waiter waiting = waiter;
    if (waiting != null) {
      requireNonNull(own).close();
      waiting.join();
    }
  }
}
