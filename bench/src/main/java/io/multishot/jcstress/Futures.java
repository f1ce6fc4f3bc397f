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
import org.openjdk.jcstress.infra.results.ZJ_Result;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/** A future has the outcome, or abandons the shot; never both, nor neither. */
public final class Futures {

  private static final long NONE = -1L;

  private Futures() {}

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "the future has the value")
  @Outcome(expect = FORBIDDEN, desc = "the future is not completed")
  public static class SendOrRegister {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
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
  public static class SendOrLook {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final CompletableFuture<Long> future = receiver.toFuture();
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
  @Outcome(expect = FORBIDDEN, desc = "both have the value, or neither")
  public static class SendOrCancel {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final CompletableFuture<Long> future = receiver.toFuture();

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
      r.r3 = future.isCancelled() ? NONE : future.getNow(0L);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "sent first: the shot was over")
  @Outcome(id = "true, 2", expect = ACCEPTABLE, desc = "the next shot has its own value")
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "the old value is in the next shot")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost")
  public static class SendOrCancelThenArm {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final CompletableFuture<Long> future = receiver.toFuture();

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
}
