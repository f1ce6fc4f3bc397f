package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.LLI_Result;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A registered waker is run exactly once, whatever it races with; a replaced one never. */
public final class Waking {

  private Waking() {}

  @JCStressTest
  @State
  @Outcome(id = "READY, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though not registered, or twice")
  public static class SendOrPoll extends OpenShot {
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LI_Result r) {
      r.r1 = receiver.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though not registered, or twice")
  public static class SendOrPollPadded {
    private final PaddedLongChannel.Receiver receiver = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender sender = receiver.sender();
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LI_Result r) {
      r.r1 = receiver.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "FAILED, 0", expect = ACCEPTABLE, desc = "the failure was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though not registered, or twice")
  public static class FailOrPoll extends OpenShot {
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      sender.fail(new Failure("none"));
    }

    @Actor
    public void receiver(LI_Result r) {
      r.r1 = receiver.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED, 0", expect = ACCEPTABLE, desc = "the disconnect was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though not registered, or twice")
  public static class CloseOrPoll extends OpenShot {
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      sender.close();
    }

    @Actor
    public void receiver(LI_Result r) {
      r.r1 = receiver.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** Polls twice without having been woken, with the same waker. */
  @JCStressTest
  @State
  @Outcome(id = "READY, READY, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "PENDING, READY, 1", expect = ACCEPTABLE, desc = "it came between the two")
  @Outcome(id = "PENDING, PENDING, 1", expect = ACCEPTABLE, desc = "it came last")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or the waker run twice")
  public static class SendOrPollTwice extends OpenShot {
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LLI_Result r) {
      r.r1 = receiver.poll(wakes);
      r.r2 = receiver.poll(wakes);
    }

    @Arbiter
    public void arbiter(LLI_Result r) {
      r.r3 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 1, 0", expect = ACCEPTABLE, desc = "the old waker is run, not replaced")
  @Outcome(id = "PENDING, 0, 1", expect = ACCEPTABLE, desc = "the new waker is run")
  @Outcome(id = "PENDING, 1, .*", expect = FORBIDDEN, desc = "the old waker is run though replaced")
  @Outcome(expect = FORBIDDEN, desc = "not exactly one waker is run, once")
  public static class SendOrReplace extends OpenShot {
    private final Wakes old = new Wakes();
    private final Wakes replacement = new Wakes();

    public SendOrReplace() {
      receiver.poll(old);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LII_Result r) {
      r.r1 = receiver.poll(replacement);
    }

    @Arbiter
    public void arbiter(LII_Result r) {
      r.r2 = old.count();
      r.r3 = replacement.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 1, 0, 0", expect = ACCEPTABLE, desc = "the first waker is run")
  @Outcome(id = "READY, 0, 1, 0", expect = ACCEPTABLE, desc = "the second waker is run")
  @Outcome(id = "PENDING, 0, 0, 1", expect = ACCEPTABLE, desc = "the third waker is run")
  @Outcome(expect = FORBIDDEN, desc = "a replaced waker is run, or not exactly one, once")
  public static class SendOrReplaceTwice extends OpenShot {
    private final Wakes first = new Wakes();
    private final Wakes second = new Wakes();
    private final Wakes third = new Wakes();

    public SendOrReplaceTwice() {
      receiver.poll(first);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LLLL_Result r) {
      receiver.poll(second);
      r.r1 = receiver.poll(third);
    }

    @Arbiter
    public void arbiter(LLLL_Result r) {
      r.r2 = first.count();
      r.r3 = second.count();
      r.r4 = third.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the waker is taken back, and not run")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the waker is run, not taken back")
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "the waker is run though taken back")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or the waker run twice")
  public static class SendOrWithdraw extends OpenShot {
    private final Wakes wakes = new Wakes();

    public SendOrWithdraw() {
      receiver.poll(wakes);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = receiver.withdraw();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }
}
