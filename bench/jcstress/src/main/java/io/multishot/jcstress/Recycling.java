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
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.IIL_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.ZJ_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** One shot does not reach into another, though all have the same sender and the same memory. */
public final class Recycling {

  private Recycling() {}

  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "each shot has its own value")
  @Outcome(id = "2, .*", expect = FORBIDDEN, desc = "the next send overtakes the taking")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost, or delivered twice")
  public static class TakeThenSend extends OpenShot {
    private volatile LongChannel.@Nullable Sender next;

    @Actor
    public void sender() {
      sender.send(1L);
      LongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Actor
    public void receiver(JJ_Result r) {
      Polling.awaitReady(receiver);
      r.r1 = receiver.take();
      next = receiver.sender();
      Polling.awaitReady(receiver);
      r.r2 = receiver.take();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 1, 2, 2", expect = ACCEPTABLE, desc = "each shot has its own message")
  @Outcome(expect = FORBIDDEN, desc = "a message made of two")
  public static class ReadViewThenSend {
    private final FillChannel.Receiver receiver = FillChannel.open();
    private final FillChannel.Sender sender = receiver.sender();
    private volatile FillChannel.@Nullable Sender next;

    @Actor
    public void sender() {
      sender.send(1L, 1.0, 1, "1");
      FillChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L, 2.0, 2, "2");
    }

    @Actor
    public void receiver(IIII_Result r) {
      Polling.awaitReady(receiver);
      Declarations.Fill first = receiver.take();
      r.r1 = first.quantity();
      r.r2 = Integer.parseInt(first.venue());
      next = receiver.sender();
      Polling.awaitReady(receiver);
      Declarations.Fill second = receiver.take();
      r.r3 = second.quantity();
      r.r4 = Integer.parseInt(second.venue());
    }
  }

  /** Goes on to the next shot while the sender of this one may be about to run its waker. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, READY", expect = ACCEPTABLE, desc = "each shot's waker is run, once")
  @Outcome(id = ".*, PENDING", expect = FORBIDDEN, desc = "the next shot's waker is run early")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or a waker run twice")
  public static class WakeWhileRecycled extends OpenShot {
    private final Wakes first = new Wakes();
    private final Wakes second = new Wakes();
    private @Nullable Poll seenWhenWoken;

    public WakeWhileRecycled() {
      receiver.poll(first);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      Polling.awaitReady(receiver);
      receiver.take();
      LongChannel.Sender next = receiver.sender();
      receiver.poll(this::wakeSecond);
      next.send(2L);
    }

    @Arbiter
    public void arbiter(IIL_Result r) {
      r.r1 = first.count();
      r.r2 = second.count();
      r.r3 = seenWhenWoken;
    }

    private void wakeSecond() {
      seenWhenWoken = receiver.poll();
      second.wake();
    }
  }

  /** As {@link WakeWhileRecycled}, with one waker for both shots. */
  @JCStressTest
  @State
  @Outcome(id = "READY, 2", expect = ACCEPTABLE, desc = "the waker is run once a shot")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or the waker run twice")
  public static class SameWakerWhileRecycled extends OpenShot {
    private final Wakes wakes = new Wakes();

    public SameWakerWhileRecycled() {
      receiver.poll(wakes);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      Polling.awaitReady(receiver);
      receiver.take();
      LongChannel.Sender next = receiver.sender();
      receiver.poll(wakes);
      next.send(2L);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r1 = receiver.poll();
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, DISCONNECTED", expect = ACCEPTABLE, desc = "the value is dropped")
  @Outcome(id = "false, READY", expect = ACCEPTABLE, desc = "the value came later, and is there")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost, or there though dropped")
  public static class SendOrDrop {
    private final ObjectChannel.Receiver receiver = ObjectChannel.open();
    private final ObjectChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      sender.send("value");
    }

    @Actor
    public void receiver(ZL_Result r) {
      r.r1 = receiver.drop();
    }

    @Arbiter
    public void arbiter(ZL_Result r) {
      Poll seen = receiver.poll();
      boolean isLost = seen == Poll.READY && receiver.take() == null;
      r.r2 = isLost ? "READY, but cleared" : seen;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 2", expect = ACCEPTABLE, desc = "the unread value is dropped")
  @Outcome(
      id = "false, 1",
      expect = ACCEPTABLE,
      desc = "the sender was live, and its value is there")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost, or in another's shot")
  public static class SendOrTryToArm extends OpenShot {
    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZJ_Result r) {
      LongChannel.Sender next = receiver.trySender();
      r.r1 = next != null;
      if (next != null) {
        next.send(2L);
      }
    }

    @Arbiter
    public void arbiter(ZJ_Result r) {
      r.r2 = receiver.take();
    }
  }
}
