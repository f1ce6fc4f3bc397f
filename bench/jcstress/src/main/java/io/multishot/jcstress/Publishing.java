package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DI_Result;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JII_Result;
import org.openjdk.jcstress.infra.results.JI_Result;
import org.openjdk.jcstress.infra.results.LI_Result;

/** What a thread wrote, before it sent or waited, is there for whoever has seen the outcome. */
public final class Publishing {

  private Publishing() {}

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "part of the value, or what was before is missing")
  public static class OfLong extends OpenShot {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      if (receiver.poll() == Poll.READY) {
        r.r1 = receiver.take();
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "part of the value, or what was before is missing")
  public static class OfLongPadded {
    private final PaddedLongChannel.Receiver receiver = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender sender = receiver.sender();
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      if (receiver.poll() == Poll.READY) {
        r.r1 = receiver.take();
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0.0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "0.1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "part of the value, or what was before is missing")
  public static class OfDouble {
    private final DoubleChannel.Receiver receiver = DoubleChannel.open();
    private final DoubleChannel.Sender sender = receiver.sender();
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(0.1); // no bit pattern of 32 zeros
    }

    @Actor
    public void receiver(DI_Result r) {
      if (receiver.poll() == Poll.READY) {
        r.r1 = receiver.take();
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the object, and what was written to it before")
  @Outcome(expect = FORBIDDEN, desc = "the object without what was written to it before")
  public static class OfReference {
    private final ObjectChannel.Receiver receiver = ObjectChannel.open();
    private final ObjectChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      int[] sent = new int[1];
      sent[0] = 1;
      sender.send(sent);
    }

    @Actor
    public void receiver(II_Result r) {
      if (receiver.poll() == Poll.READY) {
        int @Nullable [] taken = (int[]) receiver.take();
        r.r1 = taken == null ? -1 : taken.length;
        r.r2 = taken == null ? -1 : taken[0];
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "the whole message")
  @Outcome(expect = FORBIDDEN, desc = "a message that is there in part")
  public static class OfMessageAsView {
    private final FillChannel.Receiver receiver = FillChannel.open();
    private final FillChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      sender.send(-1L, 0.1, 300, "XETRA");
    }

    @Actor
    public void receiver(IIII_Result r) {
      if (receiver.poll() == Poll.READY) {
        Declarations.Fill fill = receiver.take();
        r.r1 = fill.orderId() == -1L ? 1 : 2;
        r.r2 = fill.price() == 0.1 ? 1 : 2;
        r.r3 = fill.quantity() == 300 ? 1 : 2;
        r.r4 = "XETRA".equals(fill.venue()) ? 1 : 2;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "the whole message")
  @Outcome(expect = FORBIDDEN, desc = "a message that is there in part")
  public static class OfMessageAsRecord {
    private final TradeChannel.Receiver receiver = TradeChannel.open();
    private final TradeChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      sender.send(-1L, 0.1, 300, "XETRA");
    }

    @Actor
    public void receiver(IIII_Result r) {
      if (receiver.poll() == Poll.READY) {
        Declarations.Trade trade = receiver.take();
        r.r1 = trade.orderId() == -1L ? 1 : 2;
        r.r2 = trade.price() == 0.1 ? 1 : 2;
        r.r3 = trade.quantity() == 300 ? 1 : 2;
        r.r4 = "XETRA".equals(trade.venue()) ? 1 : 2;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "null, 0", expect = ACCEPTABLE, desc = "not failed yet")
  @Outcome(id = "late, 1", expect = ACCEPTABLE, desc = "the failure, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "no failure, or what was written before is missing")
  public static class OfFailure extends OpenShot {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.fail(new Failure("late"));
    }

    @Actor
    public void receiver(LI_Result r) {
      if (receiver.poll() == Poll.FAILED) {
        Throwable failure = receiver.failure();
        r.r1 = failure == null ? "none" : failure.getMessage();
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "PENDING, 0", expect = ACCEPTABLE, desc = "not closed yet")
  @Outcome(id = "DISCONNECTED, 1", expect = ACCEPTABLE, desc = "and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "what was written before is missing")
  public static class OfDisconnect extends OpenShot {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.close();
    }

    @Actor
    public void receiver(LI_Result r) {
      Poll seen = receiver.poll();
      r.r1 = seen;
      if (seen != Poll.PENDING) {
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "the value was there before the waker")
  @Outcome(id = "-1, 1, 1", expect = ACCEPTABLE, desc = "both threads' writes are in the waker")
  @Outcome(expect = FORBIDDEN, desc = "what a thread wrote before is missing in the waker")
  public static class InWaker extends OpenShot {
    private int beforeSending;
    private int beforePolling;
    private long taken;
    private int sendersSeen;
    private int pollersSeen;

    @Actor
    public void sender() {
      beforeSending = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver() {
      beforePolling = 1;
      receiver.poll(this::wake);
    }

    @Arbiter
    public void arbiter(JII_Result r) {
      r.r1 = taken;
      r.r2 = sendersSeen;
      r.r3 = pollersSeen;
    }

    private void wake() {
      taken = receiver.take();
      sendersSeen = beforeSending;
      pollersSeen = beforePolling;
    }
  }
}
