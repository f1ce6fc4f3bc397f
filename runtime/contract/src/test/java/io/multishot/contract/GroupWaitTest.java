package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a group's wait costs, whom it wakes, and what it refuses. */
final class GroupWaitTest {

  private static final int CALLS = 66; // a trial of spinning is made in one of 32

  private final LongChannel.Receiver first = LongChannel.open();
  private final LongChannel.Receiver second = LongChannel.open();
  private final ReceiverGroup group = ReceiverGroup.of(first, second);
  private final AtomicInteger wakes = new AtomicInteger();

  /** Which the group could not tell from a thread that waits. */
  private static final class ThreadAndWaker extends Thread implements Waker {
    @Override
    public void wake() {
      throw new AssertionError("never registered");
    }
  }

  @Test
  void pollAny_withAThreadAsWaker_isRefused() {
    LongChannel.Sender sender = first.sender();
    assertThrows(IllegalArgumentException.class, () -> group.pollAny(new ThreadAndWaker()));
    assertNothingIsRegistered(sender);
  }

  @Test
  void pollAll_withAThreadAsWaker_isRefused() {
    LongChannel.Sender sender = first.sender();
    assertThrows(IllegalArgumentException.class, () -> group.pollAll(new ThreadAndWaker()));
    assertNothingIsRegistered(sender);
  }

  @Test
  void poll_withAThreadAsWakerAndAnOutcomeThere_isRefusedAllTheSame() {
    first.sender().send(1);
    assertThrows(IllegalArgumentException.class, () -> group.pollAny(new ThreadAndWaker()));
    assertThrows(IllegalArgumentException.class, () -> group.pollAll(new ThreadAndWaker()));
    assertEquals(0, group.pollAny());
  }

  private void assertNothingIsRegistered(LongChannel.Sender sender) {
    assertFalse(first.withdraw());
    assertEquals(ReceiverGroup.PENDING, group.pollAny(wakes::incrementAndGet));
    assertTrue(sender.send(1));
    assertEquals(1, wakes.get());
    assertEquals(0, group.pollAny());
  }

  /**
   * A wait of one millisecond for any of ten thousand, none of which answers, costs about what it
   * takes to register with each and to leave it: in processor time, which others do not add to.
   */
  @Test
  @Tag("production") // how long it spins
  void awaitAny_ofManyThatDoNotAnswer_spinsNoLongerThanOfOne() throws Exception {
    LongChannel.Receiver[] many = new LongChannel.Receiver[10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = LongChannel.open();
      many[i].sender();
    }
    ReceiverGroup large = ReceiverGroup.of(many);
    Waker waker = wakes::incrementAndGet;
    long registering = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long start = processorTime();
      for (int i = 0; i < 2 * CALLS; i++) {
        assertEquals(ReceiverGroup.PENDING, large.pollAny(waker));
        large.withdraw();
      }
      registering = Math.min(registering, processorTime() - start); // compiled, by and by
    }
    long start = processorTime();
    for (int i = 0; i < CALLS; i++) {
      assertEquals(ReceiverGroup.PENDING, large.awaitAny(1, TimeUnit.MILLISECONDS));
    }
    long waiting = processorTime() - start;
    long permitted = 3 * registering + TimeUnit.MILLISECONDS.toNanos(2L * CALLS);
    assertTrue(
        waiting <= permitted,
        () -> waiting / CALLS + " ns a call, of which permitted " + permitted / CALLS);
    assertEquals(0, wakes.get());
  }

  private static long processorTime() {
    return TestThreads.processorTime(Thread.currentThread());
  }

  @Test
  @Tag("production") // in checked mode it is told
  void close_ofTheLastPendingMember_endsAwaitAny() throws Exception {
    Silent.keep(first.sender());
    assertWokenByClosing(() -> assertEquals(ReceiverGroup.IDLE, group.awaitAny()), first);
  }

  @Test
  @Tag("production") // in checked mode it is told
  void close_ofTheLastPendingMember_endsAwaitAll() throws Exception {
    Silent.keep(first.sender());
    second.sender().send(1);
    assertWokenByClosing(group::awaitAll, first);
  }

  @Test
  @Tag("production") // in checked mode it is told
  void close_ofTheLastPendingMember_endsTheTimedAwaitAny() throws Exception {
    Silent.keep(first.sender());
    assertWokenByClosing(
        () -> assertEquals(ReceiverGroup.IDLE, group.awaitAny(1, TimeUnit.DAYS)), first);
  }

  @Test
  @Tag("production") // in checked mode it is told
  void close_ofBothMembers_endsAwaitAny() throws Exception {
    Silent.keep(first.sender());
    Silent.keep(second.sender());
    assertWokenByClosing(() -> assertEquals(ReceiverGroup.IDLE, group.awaitAny()), first, second);
  }

  private static void assertWokenByClosing(TestThreads.Task wait, LongChannel.Receiver... members)
      throws Exception {
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(wait);
      TestThreads.awaitParked(waiting);
      for (LongChannel.Receiver member : members) {
        member.close();
      }
      boolean isWoken = Soon.isOver(waiting);
      waiting.interrupt(); // or it would wait for ever
      assertTrue(isWoken);
    }
  }

  /** There is another outcome to wait for. */
  @Test
  @Tag("production") // in checked mode it is told
  void close_ofOneMember_leavesTheWaitForTheOther() throws Exception {
    Silent.keep(first.sender());
    LongChannel.Sender sender = second.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertEquals(1, group.awaitAny()));
      TestThreads.awaitParked(waiting);
      first.close();
      TestThreads.awaitParked(waiting);
      sender.send(1);
    }
  }

  @Test
  void close_ofTheLastPendingMember_runsTheWaker() {
    Silent.keep(first.sender());
    assertEquals(ReceiverGroup.PENDING, group.pollAny(wakes::incrementAndGet));
    first.close();
    assertEquals(1, wakes.get());
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
    Silent.keep(second.sender());
    assertFalse(group.pollAll(wakes::incrementAndGet));
    second.close();
    assertEquals(2, wakes.get());
    assertTrue(group.pollAll());
  }
}
