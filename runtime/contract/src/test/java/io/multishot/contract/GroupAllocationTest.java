package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No use of a group allocates anything, nor do handlers, whoever comes between. */
@Tag("production")
final class GroupAllocationTest {

  private static final int ROUNDS = 30_000;

  private final LongChannel.Receiver first = LongChannel.open();
  private final LongChannel.Receiver second = LongChannel.open();
  private final ReceiverGroup group = ReceiverGroup.of(first, second);
  private final ReceiverGroup other = ReceiverGroup.of(second, first);
  private int wakes;
  private final Waker waker = () -> wakes++;
  private final Waker otherWaker = () -> wakes--;

  @Test
  void withdraw_afterPollAny_allocatesNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              group.withdraw();
            }));
  }

  @Test
  void pollAll_thenWithdraw_allocatesNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertFalse(group.pollAll(waker));
              group.withdraw();
            }));
  }

  @Test
  void pollAnyAndPollAll_inTurn_allocateNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertFalse(group.pollAll(waker));
              assertEquals(ReceiverGroup.PENDING, group.pollAny(otherWaker));
            }));
  }

  @Test
  void pollOfAMember_afterPollAny_allocatesNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              assertEquals(Poll.PENDING, first.poll(otherWaker));
            }));
  }

  @Test
  void withdrawOfAMember_afterPollAny_allocatesNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              first.withdraw();
            }));
  }

  @Test
  void awaitOfAMember_afterPollAny_allocatesNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS / 10,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              assertEquals(Poll.PENDING, first.await(1, TimeUnit.NANOSECONDS));
            }));
  }

  @Test
  void twoGroupsOfTheSameReceivers_inTurn_allocateNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              assertEquals(ReceiverGroup.PENDING, other.pollAny(otherWaker));
            }));
  }

  @Test
  void waitsOfTwoGroups_inTurn_allocateNothing() throws Exception {
    armBoth();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS / 10,
            () -> {
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              assertEquals(ReceiverGroup.PENDING, other.awaitAny(1, TimeUnit.NANOSECONDS));
              assertFalse(group.awaitAll(1, TimeUnit.NANOSECONDS));
            }));
  }

  @Test
  void outcomes_thatComeWhileAGroupIsRegistered_allocateNothing() throws Exception {
    second.sender();
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              LongChannel.Sender sender = first.sender();
              assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
              sender.send(1);
              assertEquals(1, first.take()); // not asking the group
            }));
  }

  private void armBoth() {
    first.sender();
    second.sender();
  }

  @Test
  void onReceive_byTwoExecutorsInTurn_allocatesNothing() throws Exception {
    Executor direct = Runnable::run;
    Executor otherDirect = task -> task.run();
    LongChannel.Handler handler = value -> wakes++;
    Allocated.assertNothing(
        Allocated.times(
            ROUNDS,
            () -> {
              LongChannel.Sender sender = first.sender();
              first.onReceive(handler, direct);
              sender.send(1);
              sender = first.sender();
              first.onReceive(handler, otherDirect);
              sender.send(1);
              sender = first.sender();
              first.onReceive(handler);
              sender.send(1);
            }));
  }

  /** What the sender gave is told as it is: no exception is made that nobody sees. */
  @Test
  void onReceive_ofAFailure_allocatesNoMoreThanAPolledFailure() throws Exception {
    Exception failure = new Exception();
    LongChannel.Handler handler =
        new LongChannel.Handler() {
          @Override
          public void received(long value) {}

          @Override
          public void failed(Throwable told) {
            wakes++;
          }
        };
    long polled =
        Allocated.least(
            Allocated.times(
                ROUNDS,
                () -> {
                  first.sender().fail(failure);
                  assertEquals(Poll.FAILED, first.poll());
                  first.drop();
                }));
    long handled =
        Allocated.least(
            Allocated.times(
                ROUNDS,
                () -> {
                  LongChannel.Sender sender = first.sender();
                  first.onReceive(handler);
                  sender.fail(failure);
                }));
    assertTrue(handled <= polled + ROUNDS, () -> handled + " B, polled " + polled + " B");
  }
}
