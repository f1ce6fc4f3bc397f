package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.LJ_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A thread that blocks has the outcome, however it and the sender meet. One that hangs fails. */
public final class Blocking {

  private Blocking() {}

  @JCStressTest
  @State
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "another value, or what was before is missing")
  public static class SendOrReceive extends OpenShot {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      r.r1 = receiver.receiveUninterruptibly();
      r.r2 = before;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "another value, or what was before is missing")
  public static class SendOrPark {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      r.r1 = receiver.receiveUninterruptibly();
      r.r2 = before;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "another value, or what was before is missing")
  public static class SendOrSpin {
    private final BusyLongChannel.Receiver receiver = BusyLongChannel.open();
    private final BusyLongChannel.Sender sender = receiver.sender();
    private int before;

    @Actor
    public void sender() {
      before = 1;
      sender.send(-1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      r.r1 = receiver.receiveUninterruptibly();
      r.r2 = before;
    }
  }

  /** The permit of the first shot's unpark may be left over in the second. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "each shot has its own value")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost, or delivered twice")
  public static class ReceiveTwice {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();
    private volatile ParkingLongChannel.@Nullable Sender next;

    @Actor
    public void sender() {
      sender.send(1L);
      ParkingLongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Actor
    public void receiver(JJ_Result r) {
      r.r1 = receiver.receiveUninterruptibly();
      next = receiver.sender();
      r.r2 = receiver.receiveUninterruptibly();
    }
  }

  /** Against the rule of one owner; but the thread that blocks shall not hang for it. */
  @JCStressTest
  @State
  @Outcome(id = "disconnected", expect = ACCEPTABLE, desc = "the thread that blocks is told")
  @Outcome(expect = FORBIDDEN, desc = "a value that nobody sent, or another exception")
  public static class CloseOrReceive {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();

    public CloseOrReceive() {
      receiver.sender();
    }

    @Actor
    public void closer() {
      receiver.close();
    }

    @Actor
    public void receiver(L_Result r) {
      try {
        r.r1 = receiver.receiveUninterruptibly();
      } catch (DisconnectedException e) {
        r.r1 = "disconnected";
      } catch (RuntimeException e) {
        r.r1 = e.getClass().getName();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 1", expect = ACCEPTABLE, desc = "the value came in time")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the value came late, and is there")
  @Outcome(expect = FORBIDDEN, desc = "the value is lost to the time-out")
  public static class SendOrTimeOut {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(LJ_Result r) {
      r.r1 = awaitShortly();
      r.r2 = receiver.receiveUninterruptibly();
    }

    private Poll awaitShortly() {
      try {
        return receiver.await(50L, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts an actor", e);
      }
    }
  }
}
