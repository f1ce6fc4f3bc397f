package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.ReceiverGroup;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A receiver keeps no handler, executor, waker or future alive that it needs no more. */
final class CallbackRetentionTest {

  private final LongChannel.Receiver receiver = LongChannel.open();

  /** What a user's object may be for the receiver. */
  private enum Role {
    HANDLER,
    EXECUTOR
  }

  /** Refuses, runs at once, or queues; and holds what it is to keep alive. */
  private record Run(Executor by, Object kept) implements Executor {
    @Override
    public void execute(Runnable task) {
      by.execute(task);
    }
  }

  /** Registers a handler whose captured object, or whose executor, is told to be weakly held. */
  private WeakReference<Object> register(Role role, Executor executor) {
    Object captured = new Object();
    Run run = new Run(executor, new Object());
    receiver.onReceive(value -> assertTrue(captured != receiver), run);
    return new WeakReference<>(role == Role.HANDLER ? captured : run);
  }

  @Test
  void onReceive_byAnExecutor_keepsNothingAfterTheRun() {
    for (Role role : Role.values()) {
      LongChannel.Sender sender = receiver.sender();
      WeakReference<Object> kept = register(role, Runnable::run);
      assertTrue(sender.send(1));
      assertReleased(role + ", run", kept);
    }
  }

  @Test
  void onReceive_byAQueueingExecutor_keepsNothingAfterTheRun() {
    for (Role role : Role.values()) {
      TaskQueue loop = new TaskQueue();
      LongChannel.Sender sender = receiver.sender();
      WeakReference<Object> kept = register(role, loop);
      assertTrue(sender.send(1));
      loop.runAll();
      assertReleased(role + ", run late", kept);
    }
  }

  @Test
  void onReceive_ofAnOutcomeThatIsThere_keepsNothing() {
    for (Role role : Role.values()) {
      assertTrue(receiver.sender().send(1));
      assertReleased(role + ", run at once", register(role, Runnable::run));
    }
  }

  @Test
  void withdraw_keepsNeitherHandlerNorExecutor() {
    for (Role role : Role.values()) {
      receiver.renew();
      WeakReference<Object> kept = register(role, Runnable::run);
      assertTrue(receiver.withdraw());
      assertReleased(role + ", withdrawn", kept);
    }
  }

  @Test
  void refusal_keepsNeitherHandlerNorExecutor() {
    for (Role role : Role.values()) {
      for (Refusal how : Refusal.values()) {
        LongChannel.Sender sender = receiver.renew();
        WeakReference<Object> kept =
            register(role, how.once(new RejectedExecutionException("made up"), new TaskQueue()));
        TestThreads.catchingUncaught(() -> assertTrue(sender.send(1)));
        assertReleased(role + ", refused " + how, kept);
      }
    }
  }

  @Test
  void renew_keepsNeitherHandlerNorExecutor() {
    for (Role role : Role.values()) {
      receiver.renew();
      WeakReference<Object> kept = register(role, Runnable::run);
      receiver.renew();
      assertReleased(role + ", renewed", kept);
    }
  }

  @Test
  void close_keepsNeitherHandlerNorExecutor() {
    for (Role role : Role.values()) {
      LongChannel.Receiver closed = LongChannel.open();
      closed.sender();
      WeakReference<Object> kept = registerWith(closed, role, Runnable::run);
      closed.close();
      assertReleased(role + ", closed", kept, closed);
    }
  }

  /** The task that never comes is in the hands of nobody but the receiver. */
  @Test
  void close_ofAnOutcomeWhoseTaskIsQueued_keepsNeitherHandlerNorExecutor() {
    for (Role role : Role.values()) {
      LongChannel.Receiver closed = LongChannel.open();
      LongChannel.Sender sender = closed.sender();
      TaskQueue loop = new TaskQueue();
      WeakReference<Object> kept = registerWith(closed, role, loop);
      assertTrue(sender.send(1));
      closed.close();
      loop.runAll();
      assertReleased(role + ", closed", kept, closed);
    }
  }

  private static WeakReference<Object> registerWith(
      LongChannel.Receiver receiver, Role role, Executor executor) {
    Object captured = new Object();
    Run run = new Run(executor, new Object());
    receiver.onReceive(value -> assertTrue(captured != receiver), run);
    return new WeakReference<>(role == Role.HANDLER ? captured : run);
  }

  /** Ended otherwise: let go of when its task comes. */
  @Test
  void take_whileTheTaskIsQueued_keepsNothingAfterTheTaskHasRun() {
    for (Role role : Role.values()) {
      TaskQueue loop = new TaskQueue();
      LongChannel.Sender sender = receiver.sender();
      WeakReference<Object> kept = register(role, loop);
      assertTrue(sender.send(1));
      assertEquals(1, receiver.take());
      loop.runAll();
      assertReleased(role + ", taken", kept);
    }
  }

  /** Ended otherwise: let go of at the next registration, though its task never comes. */
  @Test
  void onReceive_afterAShotThatWasTaken_keepsNothingOfThatShot() {
    for (Role role : Role.values()) {
      LongChannel.Sender sender = receiver.sender();
      WeakReference<Object> kept = register(role, task -> {});
      assertTrue(sender.send(1));
      assertEquals(1, receiver.take());
      receiver.sender();
      receiver.onReceive(value -> {});
      assertReleased(role + ", replaced", kept);
      receiver.renew().send(1);
      assertEquals(1, receiver.take());
    }
  }

  @Test
  void onReceive_byAnotherExecutor_doesNotKeepTheEarlierOne() {
    LongChannel.Sender sender = receiver.sender();
    WeakReference<Object> kept = register(Role.EXECUTOR, Runnable::run);
    assertTrue(sender.send(1));
    sender = receiver.sender();
    receiver.onReceive(value -> {}, Runnable::run);
    assertReleased("replaced", kept);
    assertTrue(sender.send(2));
  }

  @Test
  void toFuture_keepsNoFutureThatIsDone() {
    LongChannel.Sender sender = receiver.sender();
    WeakReference<Object> kept = new WeakReference<>(receiver.toFuture());
    assertTrue(sender.send(1));
    assertReleased("completed by its outcome", kept);
    for (Completer completer : List.of(Completer.CANCEL, Completer.COMPLETE_EXCEPTIONALLY)) {
      receiver.sender();
      assertReleased(completer.name(), completed(completer));
    }
  }

  @SuppressWarnings("unchecked") // no value is put in
  private WeakReference<Object> completed(Completer completer) {
    CompletableFuture<Long> future = receiver.toFuture();
    completer.complete((CompletableFuture<Object>) (CompletableFuture<?>) future, null);
    return new WeakReference<>(future);
  }

  @Test
  void onAbandoned_afterSendOrRenew_keepsNoWaker() {
    LongChannel.Sender sender = receiver.sender();
    WeakReference<Object> kept = onAbandoned(sender);
    assertTrue(sender.send(1));
    assertReleased("sent", kept);
    sender = receiver.sender();
    kept = onAbandoned(sender);
    receiver.renew();
    assertReleased("abandoned", kept, sender);
  }

  private static WeakReference<Object> onAbandoned(LongChannel.Sender sender) {
    Object captured = new Object();
    sender.onAbandoned(() -> assertFalse(captured.equals(sender)));
    return new WeakReference<>(captured);
  }

  @Test
  void sendFrom_afterCompletionOrRenew_keepsNoSourceAndNoAbandonWaker() {
    LongChannel.Sender sender = receiver.sender();
    List<WeakReference<Object>> kept = leftToASource(sender, true);
    kept.forEach(each -> assertReleased("completed", each));
    sender = receiver.sender();
    kept = leftToASource(sender, false);
    receiver.renew();
    for (WeakReference<Object> each : kept) {
      assertReleased("given up", each, sender);
    }
  }

  /** The source, and what the abandon waker has captured. */
  private static List<WeakReference<Object>> leftToASource(
      LongChannel.Sender sender, boolean completes) {
    Object captured = new Object();
    sender.onAbandoned(() -> assertFalse(captured.equals(sender)));
    CompletableFuture<Long> source = new CompletableFuture<>();
    sender.sendFrom(source);
    if (completes) {
      source.complete(1L);
    }
    return List.of(new WeakReference<>(source), new WeakReference<>(captured));
  }

  @Test
  void group_keepsNoWakerAfterItsWait() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(receiver);
    LongChannel.Sender sender = receiver.sender();
    WeakReference<Object> kept = pollAny(group);
    group.withdraw();
    assertReleased("withdrawn", kept);
    kept = pollAny(group);
    assertEquals(ReceiverGroup.PENDING, group.awaitAny(1, TimeUnit.NANOSECONDS));
    assertReleased("replaced by a wait", kept);
    kept = pollAny(group);
    assertTrue(sender.send(1));
    assertEquals(0, group.pollAny());
    assertEquals(1, receiver.take());
    receiver.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(() -> {}));
    assertReleased("run", kept);
  }

  private static WeakReference<Object> pollAny(ReceiverGroup group) {
    Object captured = new Object();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(() -> assertFalse(captured.equals(group))));
    return new WeakReference<>(captured);
  }

  private void assertReleased(String what, WeakReference<?> reference) {
    assertReleased(what, reference, receiver);
  }

  /** What has forgotten it is alive. */
  private static void assertReleased(String what, WeakReference<?> reference, Object holder) {
    try {
      assertTrue(Collected.isSoon(reference), what);
    } finally {
      Reference.reachabilityFence(holder);
    }
  }
}
