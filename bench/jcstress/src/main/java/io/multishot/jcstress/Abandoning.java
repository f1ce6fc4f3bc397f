package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZLZ_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZJ_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A receiver that gives up races the sender: one of the two has the outcome. */
public final class Abandoning {

  private Abandoning() {}

  @JCStressTest
  @State
  @Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = "sent first: dropped, the cell kept")
  @Outcome(id = "false, false, 2", expect = ACCEPTABLE, desc = "abandoned first: another cell")
  @Outcome(id = ".*, 1", expect = FORBIDDEN, desc = "the old value is in the new shot")
  @Outcome(expect = FORBIDDEN, desc = "both have the old value, or neither")
  public static class SendOrRenew extends OpenShot {
    @Actor
    public void sender(ZZJ_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZZJ_Result r) {
      LongChannel.Sender next = receiver.renew();
      r.r2 = next == sender;
      next.send(2L);
      r.r3 = receiver.take();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, READY, true", expect = ACCEPTABLE, desc = "failed first: dropped")
  @Outcome(id = "false, READY, false", expect = ACCEPTABLE, desc = "abandoned first: another cell")
  @Outcome(id = ".*, FAILED, .*", expect = FORBIDDEN, desc = "the old failure is in the new shot")
  @Outcome(expect = FORBIDDEN, desc = "both have the old failure, or neither")
  public static class FailOrRenew extends OpenShot {
    @Actor
    public void sender(ZLZ_Result r) {
      r.r1 = sender.fail(new Failure("old"));
    }

    @Actor
    public void receiver(ZLZ_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r2 = receiver.poll();
      r.r3 = next == sender;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "the new shot is open, and has its own value")
  @Outcome(id = "-1", expect = FORBIDDEN, desc = "the old sender has closed the new shot")
  public static class CloseOrRenew extends OpenShot {
    @Actor
    public void sender() {
      sender.close();
    }

    @Actor
    public void receiver(I_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r1 = receiver.poll() == Poll.READY ? (int) receiver.take() : -1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, DISCONNECTED", expect = ACCEPTABLE, desc = "sent first, and dropped")
  @Outcome(id = "false, DISCONNECTED", expect = ACCEPTABLE, desc = "closed first, and so told")
  @Outcome(id = "false, READY", expect = FORBIDDEN, desc = "both sides own the value")
  @Outcome(expect = FORBIDDEN, desc = "a closed receiver has an outcome")
  public static class SendOrClose extends OpenShot {
    @Actor
    public void sender(ZL_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZL_Result r) {
      receiver.close();
      r.r2 = receiver.poll();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED, used", expect = ACCEPTABLE, desc = "closed, and the sender used up")
  @Outcome(expect = FORBIDDEN, desc = "there is an outcome, or the sender may be used again")
  public static class FailOrClose extends OpenShot {
    @Actor
    public void sender() {
      sender.fail(new Failure("none"));
    }

    @Actor
    public void receiver(LL_Result r) {
      receiver.close();
      r.r1 = receiver.poll();
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      r.r2 = useAgain(sender);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED, used", expect = ACCEPTABLE, desc = "closed, and the sender used up")
  @Outcome(expect = FORBIDDEN, desc = "there is an outcome, or the sender may be used again")
  public static class BothClose extends OpenShot {
    @Actor
    public void sender() {
      sender.close();
    }

    @Actor
    public void receiver(LL_Result r) {
      receiver.close();
      r.r1 = receiver.poll();
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      r.r2 = useAgain(sender);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "a closed receiver arms no sender")
  @Outcome(expect = FORBIDDEN, desc = "a closed receiver arms a sender, or opens again")
  public static class SendOrCloseThenArm extends OpenShot {
    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZZ_Result r) {
      receiver.close();
      r.r1 = receiver.trySender() != null;
    }

    @Arbiter
    public void arbiter(ZZ_Result r) {
      r.r2 = receiver.toString().endsWith("[closed]");
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "the sender is told, once")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the sender is not told")
  @Outcome(expect = FORBIDDEN, desc = "the sender is told twice")
  public static class ToldOfClose extends OpenShot {
    private final Wakes told = new Wakes();

    @Actor
    public void sender() {
      sender.onAbandoned(told);
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = told.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "the sender is told, once")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the sender is not told")
  @Outcome(expect = FORBIDDEN, desc = "the sender is told twice")
  public static class ToldOfRenewPadded {
    private final PaddedLongChannel.Receiver receiver = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender sender = receiver.sender();
    private final Wakes told = new Wakes();

    @Actor
    public void sender() {
      sender.onAbandoned(told);
    }

    @Actor
    public void receiver() {
      receiver.renew();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = told.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the first waker is replaced, the second run")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the first is run, and the second told at once")
  @Outcome(id = ".*, 0", expect = FORBIDDEN, desc = "the second is not told")
  @Outcome(expect = FORBIDDEN, desc = "a waker is run twice")
  public static class ToldByReplacement extends OpenShot {
    private final Wakes first = new Wakes();
    private final Wakes second = new Wakes();

    public ToldByReplacement() {
      sender.onAbandoned(first);
    }

    @Actor
    public void sender() {
      sender.onAbandoned(second);
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = first.count();
      r.r2 = second.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "sent first: not told of what came later")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "abandoned first, and told in both ways")
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "was sending just then: told by send alone")
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "told of an abandoned shot that was sent")
  @Outcome(expect = FORBIDDEN, desc = "told twice")
  public static class SendOrBeTold extends OpenShot {
    private final Wakes told = new Wakes();

    public SendOrBeTold() {
      sender.onAbandoned(told);
    }

    @Actor
    public void sender(ZI_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = told.count();
    }
  }

  /**
   * Whoever sends has left the shot when {@code send} returns: it is told nothing of it any more.
   */
  @JCStressTest
  @State
  @Outcome(id = "(true|false), false, 0", expect = ACCEPTABLE, desc = "not told any more")
  @Outcome(id = "false, false, 1", expect = ACCEPTABLE, desc = "told before send returned")
  @Outcome(id = ".*, true, .*", expect = FORBIDDEN, desc = "told after send has returned")
  @Outcome(expect = FORBIDDEN, desc = "told twice, or told of a shot that was sent")
  public static class ReturnOrBeTold extends OpenShot {
    private final Wakes told = new Wakes();
    private volatile boolean hasReturned;
    private volatile boolean isToldLate;

    public ReturnOrBeTold() {
      sender.onAbandoned(this::tell);
    }

    @Actor
    public void sender(ZZI_Result r) {
      r.r1 = sender.send(1L);
      hasReturned = true;
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r2 = isToldLate;
      r.r3 = told.count();
    }

    private void tell() {
      isToldLate |= hasReturned;
      told.wake();
      isToldLate |= hasReturned;
    }
  }

  /** The same with a sender that closes, and a receiver that renews. */
  @JCStressTest
  @State
  @Outcome(id = "false, [01]", expect = ACCEPTABLE, desc = "told in time, or not any more")
  @Outcome(id = "true, .*", expect = FORBIDDEN, desc = "told after close has returned")
  @Outcome(expect = FORBIDDEN, desc = "told twice")
  public static class ReturnFromCloseOrBeTold {
    private final PaddedLongChannel.Receiver receiver = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender sender = receiver.sender();
    private final Wakes told = new Wakes();
    private volatile boolean hasReturned;
    private volatile boolean isToldLate;

    public ReturnFromCloseOrBeTold() {
      sender.onAbandoned(this::tell);
    }

    @Actor
    public void sender() {
      sender.close();
      hasReturned = true;
    }

    @Actor
    public void receiver() {
      receiver.renew();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r1 = isToldLate;
      r.r2 = told.count();
    }

    private void tell() {
      isToldLate |= hasReturned;
      told.wake();
      isToldLate |= hasReturned;
    }
  }

  /** Any thread may ask, also while the sender sends in vain. */
  @JCStressTest
  @State
  @Outcome(id = "(true|false), true, true", expect = ACCEPTABLE, desc = "closed, and known to be")
  @Outcome(expect = FORBIDDEN, desc = "abandoned, and not known to be")
  public static class SendOrAsk extends OpenShot {
    @Actor
    public void sender(ZZZ_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZZZ_Result r) {
      receiver.close();
      r.r2 = sender.isAbandoned();
    }

    @Arbiter
    public void arbiter(ZZZ_Result r) {
      r.r3 = sender.isAbandoned();
    }
  }

  /** A thread that is neither the sender's nor the receiver's asks twice. */
  @JCStressTest
  @State
  @Outcome(
      id = "false, (true|false)",
      expect = ACCEPTABLE,
      desc = "not yet, or abandoned meanwhile")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "abandoned, for good")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "abandoned, and then not any more")
  public static class SendInVainOrAskTwice extends OpenShot {
    @Actor
    public void both() {
      receiver.renew();
      sender.send(1L);
    }

    @Actor
    public void third(ZZ_Result r) {
      r.r1 = sender.isAbandoned();
      r.r2 = sender.isAbandoned();
    }
  }

  /** As {@link SendInVainOrAskTwice}; it was abandoned before anybody asks. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "abandoned, whatever the sender does")
  @Outcome(expect = FORBIDDEN, desc = "not known to be abandoned")
  public static class AskWhileSendingInVain {
    private final PaddedLongChannel.Receiver receiver = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender sender = receiver.sender();

    public AskWhileSendingInVain() {
      receiver.close();
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void third(ZZ_Result r) {
      r.r1 = sender.isAbandoned();
      r.r2 = sender.isAbandoned();
    }
  }

  private static String useAgain(LongChannel.Sender sender) {
    try {
      return "sends again: " + sender.send(3L);
    } catch (IllegalStateException e) {
      return "used";
    }
  }
}
