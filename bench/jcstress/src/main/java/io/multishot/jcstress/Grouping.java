package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A group is woken once, by the first outcome or by the last. */
public final class Grouping {

  private Grouping() {}

  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "woken once, and both values are there")
  @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "woken twice, or a value is lost")
  public static class AnyOfTwoSenders {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final LongChannel.Sender rightSender = right.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public AnyOfTwoSenders() {
      group.pollAny(wakes);
    }

    @Actor
    public void leftSender() {
      leftSender.send(1L);
    }

    @Actor
    public void rightSender() {
      rightSender.send(2L);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r1 = wakes.count();
      r.r2 = group.pollAny();
      r.r3 = group.pollAny();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "woken once, when both values are there")
  @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "woken twice, or before both values are there")
  public static class AllOfTwoSenders {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final LongChannel.Sender rightSender = right.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();
    private boolean wereReady;

    public AllOfTwoSenders() {
      group.pollAll(this::wake);
    }

    @Actor
    public void leftSender() {
      leftSender.send(1L);
    }

    @Actor
    public void rightSender() {
      rightSender.send(2L);
    }

    @Arbiter
    public void arbiter(IZ_Result r) {
      r.r1 = wakes.count();
      r.r2 = wereReady;
    }

    private void wake() {
      wereReady = left.poll() == Poll.READY && right.poll() == Poll.READY;
      wakes.wake();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "-1, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "woken though not registered, or twice")
  public static class SendOrPollAny {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public SendOrPollAny() {
      right.sender();
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver(II_Result r) {
      r.r1 = group.pollAny(wakes);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "false, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "woken though not registered, or twice")
  public static class SendOrPollAll {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public SendOrPollAll() {
      right.sender().send(2L);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = group.pollAll(wakes);
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** Begins another wait while the sender of the last may be about to wake the group. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the first waker was taken back in time")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "each wait's waker is run, once")
  @Outcome(id = ".*, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "a waker is run twice")
  public static class WakeWhilePolledAgain {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes first = new Wakes();
    private final Wakes second = new Wakes();

    public WakeWhilePolledAgain() {
      right.sender();
      group.pollAny(first);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver() {
      while (group.pollAny() == ReceiverGroup.PENDING) {
        Thread.onSpinWait();
      }
      left.take();
      LongChannel.Sender next = left.sender();
      group.pollAny(second);
      next.send(2L);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = first.count();
      r.r2 = second.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the waker is taken back, and not run")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the waker was run before that")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the waker was being run just then")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run twice")
  public static class SendOrWithdraw {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public SendOrWithdraw() {
      right.sender();
      group.pollAny(wakes);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver(II_Result r) {
      group.withdraw();
      r.r1 = wakes.count();
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The owner closes one member while the other's sender may be about to wake the group. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "woken once")
  @Outcome(expect = FORBIDDEN, desc = "not woken, or twice")
  public static class SendOrCloseForAny {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public SendOrCloseForAny() {
      right.sender();
      group.pollAny(wakes);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver() {
      right.close();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = wakes.count();
    }
  }

  /** The same with renewing, where both are waited for. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "woken once, by the second of them")
  @Outcome(expect = FORBIDDEN, desc = "not woken, or twice")
  public static class SendOrRenewForAll {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes wakes = new Wakes();

    public SendOrRenewForAll() {
      right.sender();
      group.pollAll(wakes);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver() {
      right.renew();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = wakes.count();
    }
  }

  /** Renews the member whose sender is just sending, and waits again: for the new shot only. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "each wait's waker is run, once")
  @Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "the first was taken back in time")
  @Outcome(id = ".*, 1, .*", expect = FORBIDDEN, desc = "woken by the shot before")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or a waker run twice")
  public static class SendOrRenewThenPollAny {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);
    private final Wakes first = new Wakes();
    private final Wakes second = new Wakes();
    private LongChannel.@Nullable Sender next;

    public SendOrRenewThenPollAny() {
      right.sender();
      group.pollAny(first);
    }

    @Actor
    public void sender() {
      leftSender.send(1L);
    }

    @Actor
    public void receiver() {
      next = left.renew();
      group.pollAny(second);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r1 = first.count();
      r.r2 = second.count();
      if (next != null) {
        next.send(2L);
      }
      r.r3 = second.count();
    }
  }
}
