package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A thread that is blocked already is woken by whatever ends its shot. */
public final class Terminating {

  private Terminating() {}

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class BySend extends OpenShot {
    @Actor
    public void receiver() throws InterruptedException {
      receiver.receive();
    }

    @Signal
    public void sender() {
      sender.send(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class BySendToParked {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Actor
    public void receiver() throws InterruptedException {
      receiver.receive();
    }

    @Signal
    public void sender() {
      sender.send(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "sees the value")
  @Outcome(expect = FORBIDDEN, desc = "spins for ever, or throws")
  public static class BySendToSpinning {
    private final BusyLongChannel.Receiver receiver = BusyLongChannel.open();
    private final BusyLongChannel.Sender sender = receiver.sender();

    @Actor
    public void receiver() throws InterruptedException {
      receiver.receive();
    }

    @Signal
    public void sender() {
      sender.send(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "sees the value")
  @Outcome(expect = FORBIDDEN, desc = "spins for ever, or throws")
  public static class BySendToPolling extends OpenShot {
    @Actor
    public void receiver() {
      Polling.awaitReady(receiver);
    }

    @Signal
    public void sender() {
      sender.send(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class ByFail {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Actor
    public void receiver() throws InterruptedException {
      receiver.await();
    }

    @Signal
    public void sender() {
      sender.fail(new Failure("none"));
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class BySendersClose {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Actor
    public void receiver() throws InterruptedException {
      receiver.await();
    }

    @Signal
    public void sender() {
      sender.close();
    }
  }

  /** Against the rule of one owner; but it shall not hang for it. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken, and told")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or is not told")
  public static class ByReceiversClose {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();

    public ByReceiversClose() {
      receiver.sender();
    }

    @Actor
    public void receiver() throws InterruptedException {
      try {
        throw new IllegalStateException("nobody has sent " + receiver.receive());
      } catch (DisconnectedException told) {
        // as it should be
      }
    }

    @Signal
    public void closer() {
      receiver.close();
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class AnyBySend {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender sender = right.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);

    public AnyBySend() {
      left.sender();
    }

    @Actor
    public void receiver() throws InterruptedException {
      group.awaitAny();
    }

    @Signal
    public void sender() {
      sender.send(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class AllBySend {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender leftSender = left.sender();
    private final LongChannel.Sender rightSender = right.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);

    @Actor
    public void receiver() throws InterruptedException {
      group.awaitAll();
    }

    @Signal
    public void senders() {
      leftSender.send(1L);
      rightSender.send(2L);
    }
  }

  /** Against the rule of one owner, as {@link ByReceiversClose}. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken: there is nothing to wait for")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class AnyByMembersClose {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);

    public AnyByMembersClose() {
      left.sender();
      right.sender().send(1L);
      right.drop();
    }

    @Actor
    public void receiver() throws InterruptedException {
      group.awaitAny();
    }

    @Signal
    public void closer() {
      left.close();
    }
  }

  /** As {@link AnyByMembersClose}: the shot is another one then, and its outcome comes. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken, and waits for the new shot")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class AllByMembersRenew {
    private final LongChannel.Receiver left = LongChannel.open();
    private final LongChannel.Receiver right = LongChannel.open();
    private final LongChannel.Sender rightSender = right.sender();
    private final ReceiverGroup group = ReceiverGroup.of(left, right);

    public AllByMembersRenew() {
      left.sender();
    }

    @Actor
    public void receiver() throws InterruptedException {
      group.awaitAll();
    }

    @Signal
    public void renewer() {
      rightSender.send(1L);
      left.renew().send(2L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class ByAskOfParkedServer {
    private final ParkingEchoCall.Caller caller = ParkingEchoCall.open();
    private final ParkingEchoCall.Request seat = caller.request();

    @Actor
    public void server() throws InterruptedException {
      if (seat.awaitRequest() != true) {
        throw new AssertionError();
      }
    }

    @Signal
    public void caller() {
      caller.askEcho(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "sees the question")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class ByAskOfSpinningServer {
    private final BusyEchoCall.Caller caller = BusyEchoCall.open();
    private final BusyEchoCall.Request seat = caller.request();

    @Actor
    public void server() throws InterruptedException {
      if (seat.awaitRequest() != true) {
        throw new AssertionError();
      }
    }

    @Signal
    public void caller() {
      caller.askEcho(1L);
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class ByCloseOfCaller {
    private final ParkingEchoCall.Caller caller = ParkingEchoCall.open();
    private final ParkingEchoCall.Request seat = caller.request();

    @Actor
    public void server() throws InterruptedException {
      if (seat.awaitRequest() != false) {
        throw new AssertionError();
      }
    }

    @Signal
    public void caller() {
      caller.close();
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(expect = FORBIDDEN, desc = "hangs, or throws")
  public static class ByLeaveOfServer {
    private final ParkingEchoCall.Caller caller = ParkingEchoCall.open();
    private final ParkingEchoCall.Request seat = caller.request();

    public ByLeaveOfServer() {
      caller.askEcho(1L);
    }

    @Actor
    public void caller() throws InterruptedException {
      if (caller.await() != Poll.DISCONNECTED) {
        throw new AssertionError();
      }
    }

    @Signal
    public void server() {
      seat.close();
    }
  }
}
