package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One side is suspended in the middle of an operation, for as long as the other likes. */
@Tag("production")
final class SuspendedTest extends ChannelTest {

  private final Line other = subject.line();
  private final ReceiverGroup group = ReceiverGroup.of(line.receiver(), other.receiver());

  private int early;
  private int wakes;
  private final Waker earlyWaker = () -> early++;
  private final Waker waker = () -> wakes++;

  SuspendedTest(Subject subject) {
    super(subject);
  }

  @Test
  void publish_ofAnAbandonedShot_returnsFalseAndConsumesTheSender() {
    MultiShotSender sender = line.sender();
    line.renew();
    assertFalse(RawState.publish(sender));
    assertEquals("RETIRED, odd", RawState.of(sender));
    assertThrows(IllegalStateException.class, () -> line.send(sender, line.value()));
    assertEquals("null, odd", RawState.of(line.receiver()));
  }

  @Test
  void publish_ofAnAbandonedShot_clearsTheValue() {
    if (!subject.carriesReference()) {
      return; // a primitive keeps nothing alive
    }
    MultiShotSender sender = line.sender();
    WeakReference<Object> written = sent(sender);
    RawState.abandon(sender);
    assertFalse(RawState.publish(sender));
    TestThreads.await(
        () -> {
          System.gc();
          return written.get() == null;
        });
    assertTrue(sender.isAbandoned());
  }

  /** Returns what a sender still has to do that is suspended after it has published. */
  private Waker publish(MultiShotSender sender) {
    return RawState.sendWithoutWaking(sender, () -> line.send(sender, line.value()));
  }

  private WeakReference<Object> sent(MultiShotSender sender) {
    Object value = new Object();
    line.send(sender, value);
    return new WeakReference<>(value);
  }

  @Test
  void publish_aSecondTime_isRefusedAndLeavesTheFirstOutcome() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    assertThrows(IllegalStateException.class, () -> RawState.publish(sender));
    assertSameBits(line.value(), line.take());
  }

  @Test
  void cancel_betweenSendAndDelivery_discardsTheValue() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    Waker late = publish(sender);
    assertFalse(future.isDone());
    assertTrue(future.cancel(true));
    assertFalse(future.completeExceptionally(new Exception()));
    assertFalse(sender.isAbandoned());
    assertEquals("IDLE, odd", RawState.of(sender));
    line.send(line.sender(), line.value());
    late.wake();
    assertTrue(future.isCancelled());
    assertSameBits(line.value(), line.take());
  }

  @Test
  void register_afterTheOutcomeHasCome_findsTheOutcome() {
    MultiShotSender sender = line.sender();
    assertTrue(line.send(sender, line.value()));
    assertTrue(RawState.isTooLateToRegister(sender, waker));
    assertSameBits(line.value(), line.take());
    assertEquals(0, wakes);
  }

  @Test
  void withdraw_afterTheOutcomeHasCome_findsTheOutcome() {
    MultiShotSender sender = line.sender();
    line.poll(waker);
    assertTrue(line.send(sender, line.value()));
    assertTrue(RawState.isTooLateToWithdraw(sender, waker));
    assertSameBits(line.value(), line.take());
    assertEquals(1, wakes);
  }

  @Test
  void lateWake_afterTheGroupFoundTheOutcome_runsNoWaker() {
    MultiShotSender sender = line.sender();
    other.sender();
    group.pollAny(earlyWaker);
    Waker late = publish(sender);
    assertEquals(0, group.pollAny());
    line.receiver().drop();
    line.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    late.wake();
    assertEquals(0, early);
    assertEquals(0, wakes);
    line.send(sender, line.value());
    assertEquals(1, wakes);
  }

  @Test
  void lateWake_afterTheGroupHasWithdrawn_runsNoWaker() {
    MultiShotSender sender = line.sender();
    group.pollAny(earlyWaker);
    Waker late = publish(sender);
    group.withdraw();
    late.wake();
    assertEquals(0, early);
  }

  @Test
  void lateWake_duringPollAll_isNotCountedAgain() {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    assertFalse(group.pollAll(earlyWaker));
    Waker late = publish(first);
    line.receiver().drop();
    line.sender();
    assertFalse(group.pollAll(waker));
    late.wake();
    line.send(first, line.value());
    assertEquals(0, wakes, "one of two");
    other.send(second, other.value());
    assertEquals(1, wakes);
    assertEquals(0, early);
  }

  @Test
  void lateWake_duringAwaitAll_isNotCountedAgain() throws Exception {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    assertFalse(group.pollAll(earlyWaker));
    Waker late = publish(first);
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(group::awaitAll);
      TestThreads.awaitParked(waiting);
      late.wake();
      waiting.join(20);
      assertTrue(waiting.isAlive(), "one of two");
      other.send(second, other.value());
    }
    assertEquals(0, early);
  }
}
