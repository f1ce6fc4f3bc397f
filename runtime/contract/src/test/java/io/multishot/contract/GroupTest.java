package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several receivers, of whatever channels, are waited for together: for any, or for all. */
final class GroupTest extends ChannelTest {

  private final Line other = subject.line();

  /** Of another channel, whatever the subject is. */
  private final LongChannel.Receiver longs = LongChannel.open();

  private final ReceiverGroup group = ReceiverGroup.of(line.receiver(), other.receiver(), longs);

  private static final long PATIENCE = TestThreads.PATIENCE.toSeconds() / 2;

  private int wakes;
  private final Waker waker = () -> wakes++;

  GroupTest(Subject subject) {
    super(subject);
  }

  @Test
  void group_withNoShotOpen_waitsForNothing() throws Exception {
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
    assertEquals(ReceiverGroup.IDLE, group.pollAny(waker));
    assertEquals(ReceiverGroup.IDLE, group.awaitAny());
    assertEquals(ReceiverGroup.IDLE, group.awaitAny(1, TimeUnit.DAYS));
    assertTrue(group.pollAll());
    assertTrue(group.pollAll(waker));
    assertTrue(group.awaitAll(1, TimeUnit.DAYS));
    group.awaitAll();
    assertEquals(0, wakes);
  }

  @Test
  void pollAny_ofAnOutcome_findsItUntilItIsTaken() throws Exception {
    line.sender();
    MultiShotSender sender = other.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny());
    other.send(sender, other.value());
    assertEquals(1, group.pollAny());
    assertEquals(1, group.awaitAny());
    assertEquals(1, group.awaitAny(0, TimeUnit.SECONDS));
    assertSameBits(other.value(), other.take());
    assertEquals(ReceiverGroup.PENDING, group.pollAny());
  }

  @Test
  void pollAny_ofEachOutcome_findsItUntilItIsConsumedOrDiscarded() {
    line.sender().fail(new Exception());
    assertEquals(0, group.pollAny());
    assertThrows(Exception.class, line::receive);
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
    line.sender().close();
    assertEquals(0, group.pollAny());
    assertThrows(DisconnectedException.class, line::receive);
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
    line.send(line.sender(), line.value());
    assertTrue(line.receiver().drop());
    assertFalse(line.receiver().drop());
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
    line.sender();
    line.receiver().close();
    assertEquals(ReceiverGroup.IDLE, group.pollAny());
  }

  @Test
  void pollAny_ofSeveralOutcomes_findsEachEquallyOften() {
    line.send(line.sender(), line.value());
    other.send(other.sender(), other.value());
    longs.sender().send(1);
    int[] turns = new int[3];
    for (int i = 0; i < 30; i++) {
      turns[group.pollAny()]++;
    }
    assertEquals(10, turns[0]);
    assertEquals(10, turns[1]);
    assertEquals(10, turns[2]);
  }

  @Test
  void pollAny_ofTwoOutcomes_runsItsWakerOnceForTheFirst() {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    other.send(second, other.value());
    assertEquals(1, wakes);
    line.send(first, line.value());
    assertEquals(1, wakes);
    assertEquals(0, group.pollAny(waker));
  }

  @Test
  void pollAny_ofAMemberArmedLater_registersItToo() {
    MultiShotSender first = line.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    MultiShotSender second = other.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    other.send(second, other.value());
    assertEquals(1, wakes);
    line.send(first, line.value());
    assertEquals(1, wakes);
  }

  @Test
  void pollAny_ofAMemberThatWasWithdrawn_registersItAgain() {
    MultiShotSender first = line.sender();
    Silent.keep(other.sender());
    Silent.keep(longs.sender());
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    assertTrue(line.receiver().withdraw()); // as another wait would leave it
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    line.send(first, line.value());
    assertEquals(1, wakes);
  }

  @Test
  void pollAny_ofAnOutcomeOfAnUnregisteredMember_findsIt() {
    line.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    other.send(other.sender(), other.value());
    assertEquals(1, group.pollAny(waker));
    assertEquals(0, wakes);
    assertFalse(line.receiver().withdraw(), "nothing is left registered");
  }

  @Test
  void pollAny_ofARenewedMember_registersItAgain() {
    line.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    MultiShotSender fresh = line.renew();
    assertEquals(1, wakes, "that there is nothing to come of the first");
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    line.send(fresh, line.value());
    assertEquals(2, wakes);
  }

  @Test
  void pollAny_thatFindsAnOutcome_deregistersTheOtherMembers() {
    line.sender();
    MultiShotSender second = other.sender();
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    other.send(second, other.value());
    assertEquals(1, group.pollAny(waker));
    assertFalse(line.receiver().withdraw());
    assertEquals(1, wakes);
  }

  @Test
  void pollAny_withAnotherWaker_replacesTheFirst() {
    MultiShotSender sender = line.sender();
    group.pollAny(() -> wakes += 100);
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    line.send(sender, line.value());
    assertEquals(1, wakes);
  }

  @Test
  void pollAll_ofSeveralOutcomes_runsItsWakerOnceForTheLast() {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    longs.sender().send(1);
    assertFalse(group.pollAll(waker));
    second.fail(new Exception());
    assertEquals(0, wakes);
    assertFalse(group.pollAll(waker));
    first.close();
    assertEquals(1, wakes);
    assertTrue(group.pollAll(waker));
    assertEquals(1, wakes);
  }

  @Test
  void withdraw_ofAGroup_deregistersItsWaker() {
    MultiShotSender sender = line.sender();
    group.pollAny(waker);
    group.withdraw();
    assertFalse(line.receiver().withdraw(), "nothing is registered any more");
    line.send(sender, line.value());
    assertEquals(0, wakes);
  }

  @Test
  void awaitAny_thatFindsAnOutcome_deregistersTheOtherMembers() throws Exception {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertEquals(1, group.awaitAny()));
      TestThreads.awaitParked(waiting);
      other.send(second, other.value());
    }
    assertFalse(line.receiver().withdraw());
    line.send(first, line.value());
    group.pollAny(waker);
    line.sender();
    assertEquals(1, group.pollAny(waker));
    assertFalse(line.receiver().withdraw());
  }

  @Test
  void awaitAny_parksUntilAnOutcomeComes() throws Exception {
    line.sender();
    LongChannel.Sender sender = longs.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting =
          threads.start(
              () -> {
                assertEquals(2, group.awaitAny());
                assertEquals(7, longs.take());
              });
      TestThreads.awaitParked(waiting);
      assertEquals(group, LockSupport.getBlocker(waiting));
      LockSupport.unpark(waiting);
      sender.send(7);
    }
  }

  /** After so many waits that did not look at all, the next one does. */
  @Test
  void awaitAny_afterSpinningInVain_parks() throws Exception {
    MultiShotSender sender = line.sender();
    for (int i = 0; i < 32; i++) {
      assertEquals(ReceiverGroup.PENDING, group.awaitAny(1, TimeUnit.NANOSECONDS));
    }
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertEquals(0, group.awaitAny()));
      TestThreads.awaitParked(waiting);
      line.send(sender, line.value());
    }
  }

  @Test
  void awaitAll_parksUntilAllOutcomesAreThere() throws Exception {
    MultiShotSender first = line.sender();
    MultiShotSender second = other.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(group::awaitAll);
      TestThreads.awaitParked(waiting);
      line.send(first, line.value());
      LockSupport.unpark(waiting);
      TestThreads.awaitParked(waiting);
      second.close();
    }
    assertEquals(Poll.READY, line.poll());
  }

  @Test
  void awaitAnyAndAll_thatTimeOut_leaveNothingRegistered() throws Exception {
    MultiShotSender sender = line.sender();
    assertEquals(ReceiverGroup.PENDING, group.awaitAny(0, TimeUnit.SECONDS));
    assertEquals(ReceiverGroup.PENDING, group.awaitAny(Long.MIN_VALUE, TimeUnit.DAYS));
    long start = System.nanoTime();
    assertEquals(ReceiverGroup.PENDING, group.awaitAny(20, TimeUnit.MILLISECONDS));
    assertFalse(group.awaitAll(20, TimeUnit.MILLISECONDS));
    assertTrue(System.nanoTime() - start >= 40_000_000);
    assertFalse(line.receiver().withdraw(), "nothing is left registered");
    line.send(sender, line.value());
    assertEquals(0, group.awaitAny(Long.MAX_VALUE, TimeUnit.DAYS));
  }

  @Test
  void await_ofAnOutcomeThatIsThere_findsItAndKeepsTheInterrupt() throws Exception {
    line.send(line.sender(), line.value());
    Thread.currentThread().interrupt();
    assertEquals(0, group.awaitAny());
    group.awaitAll();
    assertTrue(group.awaitAll(1, TimeUnit.DAYS));
    assertTrue(Thread.interrupted(), "and the interrupt is kept");
  }

  @Test
  void await_thatIsInterrupted_throwsAndLosesNoOutcome() throws Exception {
    MultiShotSender sender = line.sender();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, group::awaitAny);
    assertFalse(Thread.interrupted());
    try (TestThreads threads = new TestThreads()) {
      Thread waiting =
          threads.start(() -> assertThrows(InterruptedException.class, group::awaitAll));
      TestThreads.awaitParked(waiting);
      waiting.interrupt();
    }
    line.send(sender, line.value());
    assertEquals(0, group.awaitAny());
  }

  @Test
  void poll_ofAMemberWithAHandler_isRefusedAndLeavesNothingRegistered() {
    MultiShotSender sender = line.sender();
    LongChannel.Sender longSender = longs.sender();
    longs.onReceive(value -> wakes += 100);
    assertThrows(IllegalStateException.class, () -> group.pollAny(waker));
    assertThrows(IllegalStateException.class, () -> group.pollAll(waker));
    assertThrows(IllegalStateException.class, group::awaitAny);
    assertFalse(line.receiver().withdraw(), "nothing is left registered");
    line.send(sender, line.value());
    assertEquals(0, wakes);
    longSender.send(1);
    assertEquals(100, wakes);
  }

  @Test
  void group_ofNoReceiverOrTheSameTwice_isRefused() {
    assertThrows(IllegalArgumentException.class, ReceiverGroup::of);
    assertThrows(
        IllegalArgumentException.class, () -> ReceiverGroup.of(longs, line.receiver(), longs));
    assertTrue(group.toString().contains("LongChannel$Receiver[idle]"), group::toString);
  }

  /** Who is waited for answers while the group is being registered; the others keep silent. */
  @Test
  @Tag("production") // a race of what is the same in both
  void group_outcomeComesDuringRegistration_isNotMissed() {
    int shots = 10_000;
    Silent.keep(other.sender());
    ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
    AtomicInteger woken = new AtomicInteger();
    Waker counting = woken::getAndIncrement;
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            for (int sent = 0; sent < shots; ) {
              Runnable request = requests.poll();
              if (request == null) {
                Thread.onSpinWait();
              } else {
                pause(sent);
                request.run();
                sent++;
              }
            }
          });
      threads.start(
          () -> {
            int expectedWakes = 0;
            for (int i = 0; i < shots; i++) {
              int answering = (i & 1) == 0 ? 0 : 2; // before and behind the silent one
              MultiShotSender sender = answering == 0 ? line.sender() : null;
              LongChannel.Sender longSender = answering == 0 ? null : longs.sender();
              requests.add(
                  sender != null
                      ? () -> line.send(sender, line.value())
                      : () -> requireNonNull(longSender).send(1));
              if (i % 4 < 2) {
                assertEquals(answering, group.awaitAny(PATIENCE, TimeUnit.SECONDS));
              } else {
                if (group.pollAny(counting) == ReceiverGroup.PENDING) {
                  int expected = ++expectedWakes;
                  TestThreads.await(() -> woken.get() == expected);
                }
                assertEquals(answering, group.pollAny());
              }
              if (answering == 0) {
                assertSameBits(line.value(), line.take());
              } else {
                assertEquals(1, longs.take());
              }
            }
            assertEquals(expectedWakes, woken.get());
          });
    }
  }

  private static void pause(int spins) {
    for (int left = spins % 97; left > 0; left--) {
      Thread.onSpinWait();
    }
  }

  /** The wake-up is counted, and so is every outcome. */
  @Test
  void group_ofRacingSenders_losesNoOutcomeAndWakesOnce() {
    int shots = 6_000;
    SplittableRandom random = new SplittableRandom(shots);
    ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger woken = new AtomicInteger();
    Waker counting = woken::getAndIncrement;
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            while (sent.get() < shots) {
              Runnable request = requests.poll();
              if (request == null) {
                Thread.onSpinWait();
              } else {
                request.run();
                sent.getAndIncrement();
              }
            }
          });
      threads.start(
          () -> {
            int expectedWakes = 0;
            int received = 0;
            while (received < shots) {
              boolean both = received + 2 <= shots && random.nextBoolean();
              MultiShotSender first = line.sender();
              requests.add(() -> line.send(first, line.value()));
              if (both) {
                LongChannel.Sender second = longs.sender();
                requests.add(() -> second.send(1));
              }
              switch (random.nextInt(4)) {
                case 0 -> assertTrue(group.awaitAny() >= 0);
                case 1 -> group.awaitAll();
                case 2 -> {
                  if (group.pollAny(counting) == ReceiverGroup.PENDING) {
                    int expected = ++expectedWakes;
                    TestThreads.await(() -> woken.get() == expected);
                    assertTrue(group.pollAny() >= 0);
                  }
                }
                default -> {
                  if (!group.pollAll(counting)) {
                    int expected = ++expectedWakes;
                    TestThreads.await(() -> woken.get() == expected);
                    assertTrue(group.pollAll());
                  }
                }
              }
              group.awaitAll();
              assertSameBits(line.value(), line.take());
              received++;
              if (both) {
                assertEquals(1, longs.take());
                received++;
              }
            }
            assertEquals(expectedWakes, woken.get());
          });
    }
  }
}
