package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIJ_Result;
import org.openjdk.jcstress.infra.results.IIL_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A task that comes when the owner has ended its shot in another way, or is about to: its handler
 * is not run then, and the next shot's is run once, with its own value.
 */
public final class Overtaking {

  private Overtaking() {}

  /** The first shot's handler is counted, and the next one's notes its value. */
  abstract static class Overtaken extends OpenShot {
    final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile long received;

    Overtaken() {
      receiver.onReceive(value -> runs.wake(), slot::put);
    }

    /** The handler of the next shot. */
    final void handle(long value) {
      next.wake();
      received = value;
    }

    final void report(IIJ_Result r) {
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = received;
    }
  }

  /** The owner has taken what a queued task is to tell, and goes on when the task comes. */
  @JCStressTest
  @State
  @Outcome(
      id = "0, 1, 2",
      expect = ACCEPTABLE,
      desc = "the task does nothing, the next shot goes on")
  @Outcome(
      id = "1, .*, .*",
      expect = FORBIDDEN,
      desc = "told of what was taken, or of another shot")
  @Outcome(expect = FORBIDDEN, desc = "the next handler is not run, or twice")
  public static class StaleTaskOrNextShot extends Overtaken {

    public StaleTaskOrNextShot() {
      sender.send(1L);
      receiver.take();
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Actor
    public void receiver() {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(this::handle);
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(IIJ_Result r) {
      report(r);
    }
  }

  /** The same after a drop; the next shot's task is queued as well. */
  @JCStressTest
  @State
  @Outcome(
      id = "0, 1, 2",
      expect = ACCEPTABLE,
      desc = "the task does nothing, the next shot goes on")
  @Outcome(id = "1, .*, .*", expect = FORBIDDEN, desc = "told of what was dropped, or of another")
  @Outcome(expect = FORBIDDEN, desc = "the next handler is not run, or twice")
  public static class StaleTaskOrNextTask extends Overtaken {
    private final Slot nextSlot = new Slot();

    public StaleTaskOrNextTask() {
      sender.send(1L);
      receiver.drop();
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Actor
    public void receiver() {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(this::handle, nextSlot::put);
      armed.send(2L);
      nextSlot.await().run();
    }

    @Arbiter
    public void arbiter(IIJ_Result r) {
      report(r);
    }
  }

  /** The owner, who is the executor's thread, closes: its own task is queued, or will be. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0, DISCONNECTED", expect = ACCEPTABLE, desc = "the handler is not run")
  @Outcome(expect = FORBIDDEN, desc = "told of an outcome that was discarded, or of the close")
  public static class WakeOrClose extends OpenShot {
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes failures = new Wakes();

    public WakeOrClose() {
      receiver.onReceive(new Counting(runs, failures), slot::put);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      receiver.close();
      slot.runIfAny();
    }

    @Arbiter
    public void arbiter(IIL_Result r) {
      slot.runIfAny();
      r.r1 = runs.count();
      r.r2 = failures.count();
      r.r3 = receiver.poll();
    }
  }

  /** The same with renewing, and the next shot is told to its own handler. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "the next shot's handler alone is run")
  @Outcome(id = "1, .*, .*", expect = FORBIDDEN, desc = "told of an outcome that was discarded")
  @Outcome(expect = FORBIDDEN, desc = "the next handler is not run, or twice")
  public static class WakeOrRenew extends Overtaken {
    private final Slot nextSlot = new Slot();

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      LongChannel.Sender armed = receiver.renew();
      receiver.onReceive(this::handle, nextSlot::put);
      armed.send(2L);
      slot.runIfAny();
      nextSlot.await().run();
    }

    @Arbiter
    public void arbiter(IIJ_Result r) {
      slot.runIfAny();
      report(r);
    }
  }

  /** The same with taking: the owner sees the value before the sender has come to wake. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "the next shot's handler alone is run")
  @Outcome(id = "1, .*, .*", expect = FORBIDDEN, desc = "told of an outcome that was taken")
  @Outcome(expect = FORBIDDEN, desc = "the next handler is not run, or twice")
  public static class WakeOrTake extends Overtaken {

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      Polling.awaitReady(receiver);
      receiver.take();
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(this::handle);
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(IIJ_Result r) {
      slot.runIfAny();
      report(r);
    }
  }

  /** Whoever has left the receiver to a handler may take it back, until that is dispatched. */
  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the handler is taken back, and not run")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the handler is run, not taken back")
  @Outcome(expect = FORBIDDEN, desc = "run though taken back, or neither, or twice")
  public static class WakeOrWithdraw extends OpenShot {
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();

    public WakeOrWithdraw() {
      receiver.onReceive(value -> runs.wake(), slot::put);
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
      slot.runIfAny();
      r.r2 = runs.count();
    }
  }

  private record Counting(Wakes values, Wakes failures) implements LongChannel.Handler {

    @Override
    public void received(long value) {
      values.wake();
    }

    @Override
    public void failed(Throwable failure) {
      failures.wake();
    }
  }
}
