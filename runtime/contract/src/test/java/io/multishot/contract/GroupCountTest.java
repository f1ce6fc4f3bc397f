package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Awaitable;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Slab;
import io.multishot.SlabShot;
import io.multishot.Waker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A group of a channel and of shots of slabs waits for some number of outcomes. */
final class GroupCountTest {

  private final LongChannel.Receiver receiver = LongChannel.open();
  private final LongSlab slab = LongSlab.open(4, 1);
  private final SlabShot second = SlabShot.of(slab);
  private final SlabShot third = SlabShot.of(slab);
  private final ReceiverGroup group = ReceiverGroup.of(receiver, second, third);

  private static final long PATIENCE = TestThreads.PATIENCE.toSeconds();

  private int wakes;
  private final Waker waker = () -> wakes++;

  private LongChannel.Sender openAll() {
    second.set(slab.acquire());
    third.set(slab.acquire());
    return Silent.keep(receiver.sender());
  }

  @Test
  void countOutOfRange_isRefused() {
    for (int count : new int[] {-1, 0, 4}) {
      assertThrows(IllegalArgumentException.class, () -> group.pollAtLeast(count));
      assertThrows(IllegalArgumentException.class, () -> group.pollAtLeast(count, waker));
      assertThrows(IllegalArgumentException.class, () -> group.awaitAtLeast(count));
      assertThrows(
          IllegalArgumentException.class, () -> group.awaitAtLeast(count, 1, TimeUnit.SECONDS));
    }
  }

  @Test
  void shotsThatNameNothing_arePassedOver() throws Exception {
    assertEquals(Slab.NONE, second.id());
    assertEquals(ReceiverGroup.IDLE, group.awaitAny());
    group.awaitAtLeast(3);
    assertTrue(group.awaitAtLeast(2, 0, TimeUnit.SECONDS));
    assertEquals(0, group.outcomes());
    second.set(-1);
    third.set(Long.MAX_VALUE);
    assertTrue(group.pollAll());
  }

  @Test
  void awaitAny_ofAnId_findsItUntilItIsTaken() throws Exception {
    LongChannel.Sender sender = openAll();
    assertEquals(ReceiverGroup.PENDING, group.pollAny());
    slab.send(third.id(), 5);
    assertEquals(2, group.awaitAny());
    assertEquals(5, slab.take(third.id()));
    assertEquals(ReceiverGroup.PENDING, group.awaitAny(1, TimeUnit.MILLISECONDS));
    slab.disconnect(second.id());
    assertEquals(1, group.awaitAny());
    sender.send(1);
    assertEquals(0, group.awaitAny());
    assertEquals(1, receiver.take());
  }

  @Test
  void pollAtLeast_countsOutcomesOfEachKind() {
    LongChannel.Sender sender = openAll();
    assertFalse(group.pollAtLeast(1));
    slab.fail(second.id(), new IOException());
    assertEquals(1, group.outcomes());
    assertTrue(group.pollAtLeast(1));
    assertFalse(group.pollAtLeast(2));
    sender.close();
    assertTrue(group.pollAtLeast(2));
    assertFalse(group.pollAtLeast(3));
    slab.send(third.id(), 1);
    assertTrue(group.pollAtLeast(3));
    assertEquals(3, group.outcomes());
  }

  @Test
  void pollAtLeast_ofFewerButNoneIsPending_isTrue() {
    second.set(slab.acquire());
    slab.send(second.id(), 1);
    assertTrue(group.pollAtLeast(3));
    assertEquals(1, group.outcomes());
  }

  @Test
  void wakerForTwo_runsOnceAtTheSecond() {
    LongChannel.Sender sender = openAll();
    assertFalse(group.pollAtLeast(2, waker));
    slab.send(third.id(), 1);
    assertEquals(0, wakes);
    sender.send(1);
    assertEquals(1, wakes);
    slab.send(second.id(), 1);
    assertEquals(1, wakes);
  }

  @Test
  void wakerForTwo_countsTheOutcomeThatIsThere() {
    openAll().send(1);
    assertFalse(group.pollAtLeast(2, waker));
    slab.send(second.id(), 1);
    assertEquals(1, wakes);
    slab.send(third.id(), 1);
    assertEquals(1, wakes);
  }

  @Test
  void wakerForThree_runsWhenNoMoreArePending() {
    second.set(slab.acquire());
    third.set(slab.acquire());
    assertFalse(group.pollAtLeast(3, waker));
    slab.send(second.id(), 1);
    assertEquals(0, wakes);
    slab.send(third.id(), 1);
    assertEquals(1, wakes);
  }

  @Test
  void abandonedId_countsAsOver() {
    openAll();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    assertTrue(slab.abandon(second.id()));
    assertEquals(1, wakes);
    assertEquals(ReceiverGroup.PENDING, group.pollAny());
    assertEquals(2, group.abandonAll());
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
  }

  @Test
  void waker_ofAnIdThatWasReplaced_isRegisteredForTheNewOne() {
    openAll();
    long before = second.id();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    second.set(slab.acquire());
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    slab.send(before, 1);
    assertEquals(0, wakes);
    slab.send(second.id(), 1);
    assertEquals(1, wakes);
    assertEquals(1, slab.take(before));
  }

  @Test
  void set_whileAWakerIsRegistered_leavesItWithTheShotBefore() {
    openAll();
    long before = second.id();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    second.set(slab.acquire());
    slab.send(second.id(), 1);
    assertEquals(0, wakes);
    slab.send(before, 1);
    assertEquals(1, wakes);
    assertEquals(1, group.pollAny());
  }

  @Test
  void wakersOfTheMembers_areReplacedAndTakenBack() {
    openAll();
    assertEquals(Poll.PENDING, slab.poll(second.id(), () -> wakes += 10));
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    group.withdraw();
    slab.send(second.id(), 1);
    assertEquals(0, wakes);
  }

  @Test
  void memberWithAHandler_isRefusedAndNothingStaysRegistered() {
    openAll();
    slab.toFuture(third.id()).exceptionally(failure -> 0L);
    assertThrows(IllegalStateException.class, () -> group.pollAtLeast(2, waker));
    assertThrows(IllegalStateException.class, () -> group.awaitAtLeast(2));
    assertFalse(receiver.withdraw());
    assertFalse(slab.withdraw(second.id()));
    assertTrue(slab.withdraw(third.id()));
  }

  @Test
  void abandonAll_givesUpWhatIsPendingAndDiscardsOutcomes() {
    LongChannel.Sender sender = openAll();
    slab.send(second.id(), 7);
    assertEquals(3, group.abandonAll());
    assertEquals(0, group.abandonAll());
    assertTrue(sender.isAbandoned());
    assertFalse(sender.send(1));
    assertFalse(slab.send(third.id(), 1));
    assertEquals(Poll.UNKNOWN, slab.poll(second.id()));
    assertEquals(0, slab.inFlight());
    receiver.sender().send(3);
    assertEquals(1, group.abandonAll());
    assertEquals(Poll.DISCONNECTED, receiver.poll());
    receiver.sender().send(4);
    assertEquals(4, receiver.take());
  }

  @Test
  void abandonAll_afterTheWinnerWasTaken_givesUpTheLosers() throws Exception {
    openAll();
    slab.send(second.id(), 7);
    assertEquals(1, group.awaitAny());
    assertEquals(7, slab.take(second.id()));
    assertEquals(2, group.abandonAll());
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
  }

  @Test
  void abandonAll_withAFuture_cancelsIt() {
    openAll();
    CompletableFuture<Long> ofTheChannel = receiver.toFuture();
    CompletableFuture<Long> ofTheSlab = slab.toFuture(third.id());
    assertEquals(3, group.abandonAll());
    assertTrue(ofTheChannel.isCancelled());
    assertTrue(ofTheSlab.isCancelled());
  }

  @Test
  void abandonAll_takesBackTheWaker() {
    openAll();
    assertFalse(group.pollAtLeast(2, waker));
    assertEquals(3, group.abandonAll());
    assertEquals(0, wakes);
  }

  @Test
  void awaitAtLeast_twoOfThreeOnOtherThreads_returnsAtTheSecond() throws Exception {
    LongChannel.Sender sender = openAll();
    Thread owner = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              TestThreads.awaitParked(owner);
              slab.send(third.id(), 1);
              TestThreads.awaitParked(owner);
              sender.send(2);
            });
    other.start();
    group.awaitAtLeast(2);
    assertEquals(2, group.outcomes());
    other.join();
    assertSame(Poll.PENDING, slab.poll(second.id()));
  }

  @Test
  void awaitAtLeast_interrupted_throwsAndLeavesAll() {
    openAll();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> group.awaitAtLeast(2));
    assertEquals(3, group.abandonAll());
  }

  /** Senders on other threads race with the waits, with one another and with being given up. */
  @Test
  void awaitAtLeast_racedBySenders_returnsAndLeavesNoSlotInUse() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    LongSlab replies = LongSlab.open(64, 3);
    SlabShot[] shots = {
      SlabShot.of(replies), SlabShot.of(replies), SlabShot.of(replies), SlabShot.of(replies)
    };
    ReceiverGroup some = ReceiverGroup.of(shots);
    ExecutorService senders = Executors.newFixedThreadPool(3);
    for (int round = 0; round < 5_000; round++) {
      for (SlabShot shot : shots) {
        long id = replies.acquire();
        shot.set(id);
        senders.execute(() -> replies.send(id, id));
      }
      int count = 1 + random.nextInt(shots.length);
      assertTrue(some.awaitAtLeast(count, PATIENCE, TimeUnit.SECONDS));
      assertTrue(some.outcomes() >= count);
      for (SlabShot shot : shots) {
        if (replies.poll(shot.id()) == Poll.READY) {
          assertEquals(shot.id(), replies.take(shot.id()));
        }
      }
      some.abandonAll();
    }
    senders.shutdown();
    assertTrue(senders.awaitTermination(PATIENCE, TimeUnit.SECONDS));
    assertEquals(0, replies.inFlight());
  }

  /**
   * Against a plain count: whatever comes in whatever order, wakers run exactly when they should.
   */
  @Test
  void randomPrograms_runTheWakerExactlyWhenTheCountIsThere() {
    SplittableRandom random = new SplittableRandom(1);
    for (int program = 0; program < 20_000; program++) {
      runRandomProgram(random);
    }
  }

  private void runRandomProgram(SplittableRandom random) {
    int size = 1 + random.nextInt(5);
    LongSlab replies = LongSlab.open(8, random.nextLong());
    SlabShot[] shots = new SlabShot[size];
    List<SlabShot> pending = new ArrayList<>();
    int there = 0;
    for (int i = 0; i < size; i++) {
      shots[i] = SlabShot.of(replies);
      int kind = random.nextInt(3);
      if (kind > 0) {
        shots[i].set(replies.acquire());
        pending.add(shots[i]);
      }
    }
    for (int i = pending.size() - 1; i >= 0; i--) {
      if (random.nextInt(4) == 0) {
        replies.send(pending.remove(i).id(), 1);
        there++;
      }
    }
    ReceiverGroup some = ReceiverGroup.of((Awaitable[]) shots);
    int count = 1 + random.nextInt(size);
    wakes = 0;
    assertEquals(there >= count || pending.isEmpty(), some.pollAtLeast(count, waker));
    boolean isWaiting = there < count && !pending.isEmpty();
    while (!pending.isEmpty()) {
      replies.send(pending.remove(random.nextInt(pending.size())).id(), 1);
      there++;
      assertEquals(isWaiting && (there >= count || pending.isEmpty()) ? 1 : 0, wakes);
    }
    assertEquals(there, some.outcomes());
  }
}
