package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZJJ_Result;
import org.openjdk.jcstress.infra.results.ZJL_Result;
import org.openjdk.jcstress.infra.results.ZJ_Result;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/**
 * A future is done when whoever completes it, in whatever way, has returned; it has the outcome, or
 * the shot is abandoned, or the outcome dropped; and the receiver can be armed again.
 */
public final class Futures {

  private static final long NONE = -1L;

  private Futures() {}

  /** An open shot, and a future of it. */
  abstract static class Promised extends OpenShot {
    final CompletableFuture<Long> future = receiver.toFuture();

    /** The future's value; {@link #NONE} if it was cancelled, and 0 if it is not done. */
    final long value() {
      return future.isCancelled() ? NONE : future.getNow(0L);
    }

    /** What a next shot of the receiver receives. */
    final long nextValue() {
      receiver.sender().send(2L);
      return receiver.take();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "the future has the value")
  @Outcome(expect = FORBIDDEN, desc = "the future is not completed")
  public static class SendOrRegister extends OpenShot {
    private CompletableFuture<Long> future = new CompletableFuture<>();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      future = receiver.toFuture();
    }

    @Arbiter
    public void arbiter(J_Result r) {
      r.r1 = future.getNow(NONE);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "another value, or what was before is missing")
  public static class SendOrLook extends Promised {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      long seen = future.getNow(NONE);
      r.r1 = seen;
      if (seen != NONE) {
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = "true, false, 1",
      expect = ACCEPTABLE,
      desc = "sent first: the future has the value")
  @Outcome(id = "false, true, -1", expect = ACCEPTABLE, desc = "cancelled first, and so told")
  @Outcome(id = "true, true, -1", expect = ACCEPTABLE, desc = "sent, and dropped by the cancelling")
  @Outcome(id = ".*, 0", expect = FORBIDDEN, desc = "the future is not done")
  @Outcome(expect = FORBIDDEN, desc = "both have the value, or neither")
  public static class SendOrCancel extends Promised {

    @Actor
    public void sender(ZZJ_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZZJ_Result r) {
      r.r2 = future.cancel(false);
    }

    @Arbiter
    public void arbiter(ZZJ_Result r) {
      r.r3 = value();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "sent first: the shot was over")
  @Outcome(id = "true, 2", expect = ACCEPTABLE, desc = "the next shot has its own value")
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "the old value is in the next shot")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost")
  public static class SendOrCancelThenArm extends Promised {

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZJ_Result r) {
      if (future.cancel(false)) {
        r.r1 = true;
        receiver.sender().send(2L);
        r.r2 = receiver.take();
      }
    }
  }

  /** Whoever has cancelled it need not wait for the sender, and sees it done at once. */
  @JCStressTest
  @State
  @Outcome(id = "true, [01]", expect = ACCEPTABLE, desc = "done, and nothing else is open")
  @Outcome(expect = FORBIDDEN, desc = "not done, or the receiver cannot be armed")
  public static class SendOrCancelThenLook extends Promised {

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r2 = future.cancel(false) ? 1 : 0;
      r.r1 = future.isDone() && receiver.trySender() != null;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, false, 1, 2", expect = ACCEPTABLE, desc = "the sender was first")
  @Outcome(id = "false, true, 3, 2", expect = ACCEPTABLE, desc = "completed first, and abandoned")
  @Outcome(id = "true, true, 3, 2", expect = ACCEPTABLE, desc = "sent, and dropped")
  @Outcome(expect = FORBIDDEN, desc = "not done, or of another value, or the next shot is harmed")
  public static class SendOrComplete extends Promised {

    @Actor
    public void sender(LLLL_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(LLLL_Result r) {
      r.r2 = future.complete(3L);
    }

    @Arbiter
    public void arbiter(LLLL_Result r) {
      r.r3 = value();
      r.r4 = nextValue();
    }
  }

  /** It has what was obtruded, unless the sender's value came over it. */
  @JCStressTest
  @State
  @Outcome(id = "(true|false), 3, 2", expect = ACCEPTABLE, desc = "it has what was obtruded")
  @Outcome(expect = FORBIDDEN, desc = "not done, or of another value, or the next shot is harmed")
  public static class SendOrObtrude extends Promised {

    @Actor
    public void sender(ZJJ_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver() {
      future.obtrudeValue(3L);
    }

    @Arbiter
    public void arbiter(ZJJ_Result r) {
      r.r2 = value();
      r.r3 = nextValue();
    }
  }

  /** Two threads give it up; one is the receiver's owner, or none. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, false, 2", expect = ACCEPTABLE, desc = "done, and told once")
  @Outcome(
      expect = FORBIDDEN,
      desc = "not done, or the sender not told, or the next shot is harmed")
  public static class CancelTwice extends Promised {

    @Actor
    public void one(LLLL_Result r) {
      future.cancel(false);
      r.r1 = future.isDone() && sender.isAbandoned();
    }

    @Actor
    public void other(LLLL_Result r) {
      future.cancel(false);
      r.r2 = future.isDone() && sender.isAbandoned();
    }

    @Arbiter
    public void arbiter(LLLL_Result r) {
      r.r3 = sender.send(1L);
      r.r4 = nextValue();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, false, -1, 2", expect = ACCEPTABLE, desc = "cancelled first")
  @Outcome(id = "false, true, 3, 2", expect = ACCEPTABLE, desc = "completed first")
  @Outcome(expect = FORBIDDEN, desc = "not by exactly one, or the next shot is harmed")
  public static class CancelOrComplete extends Promised {

    @Actor
    public void canceller(LLLL_Result r) {
      r.r1 = future.cancel(false);
    }

    @Actor
    public void completer(LLLL_Result r) {
      r.r2 = future.complete(3L);
    }

    @Arbiter
    public void arbiter(LLLL_Result r) {
      r.r3 = sender.send(1L) ? 0 : value();
      r.r4 = nextValue();
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = "true, -1, READY",
      expect = ACCEPTABLE,
      desc = "withdrawn: the value is to be taken")
  @Outcome(id = "false, 1, DISCONNECTED", expect = ACCEPTABLE, desc = "the future has the value")
  @Outcome(expect = FORBIDDEN, desc = "not done, or a value is lost, or there twice")
  public static class SendOrWithdraw extends Promised {

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZJL_Result r) {
      r.r1 = receiver.withdraw();
    }

    @Arbiter
    public void arbiter(ZJL_Result r) {
      r.r2 = value();
      r.r3 = receiver.poll();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 1, 2", expect = ACCEPTABLE, desc = "the future has the value")
  @Outcome(id = "(true|false), -1, 2", expect = ACCEPTABLE, desc = "cancelled")
  @Outcome(expect = FORBIDDEN, desc = "not done, or the next shot is harmed")
  public static class SendOrRenew extends Promised {

    @Actor
    public void sender(ZJJ_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZJJ_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r3 = receiver.take();
    }

    @Arbiter
    public void arbiter(ZJJ_Result r) {
      r.r2 = value();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 1, DISCONNECTED", expect = ACCEPTABLE, desc = "the future has the value")
  @Outcome(id = "(true|false), -1, DISCONNECTED", expect = ACCEPTABLE, desc = "cancelled")
  @Outcome(expect = FORBIDDEN, desc = "not done, or a closed receiver has an outcome")
  public static class SendOrClose extends Promised {

    @Actor
    public void sender(ZJL_Result r) {
      r.r1 = sender.send(1L);
    }

    @Actor
    public void receiver(ZJL_Result r) {
      receiver.close();
      r.r3 = receiver.poll();
    }

    @Arbiter
    public void arbiter(ZJL_Result r) {
      r.r2 = value();
    }
  }

  /** Another thread cancels while the owner renews: one of them abandons the shot. */
  @JCStressTest
  @State
  @Outcome(id = "false, -1, 2", expect = ACCEPTABLE, desc = "abandoned, and the next shot is open")
  @Outcome(
      expect = FORBIDDEN,
      desc = "not done, or the sender not told, or the next shot is harmed")
  public static class CancelOrRenew extends Promised {

    @Actor
    public void canceller() {
      future.cancel(false);
    }

    @Actor
    public void receiver(ZJJ_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r3 = receiver.take();
    }

    @Arbiter
    public void arbiter(ZJJ_Result r) {
      r.r1 = sender.send(1L);
      r.r2 = value();
    }
  }

  /** Another thread cancels while the owner takes it back: the shot is abandoned, or left open. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, -1", expect = ACCEPTABLE, desc = "taken back: the shot is open")
  @Outcome(id = "false, false, -1", expect = ACCEPTABLE, desc = "cancelled first: abandoned")
  @Outcome(expect = FORBIDDEN, desc = "not done, or abandoned though taken back, or neither")
  public static class CancelOrWithdraw extends Promised {

    @Actor
    public void canceller() {
      future.cancel(false);
    }

    @Actor
    public void receiver(ZZJ_Result r) {
      r.r1 = receiver.withdraw();
    }

    @Arbiter
    public void arbiter(ZZJ_Result r) {
      r.r2 = sender.send(1L);
      r.r3 = value();
    }
  }
}
