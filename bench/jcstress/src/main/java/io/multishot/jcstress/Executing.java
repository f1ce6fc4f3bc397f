package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.IIJ_Result;
import org.openjdk.jcstress.infra.results.IIL_Result;
import org.openjdk.jcstress.infra.results.IJI_Result;
import org.openjdk.jcstress.infra.results.IJZ_Result;
import org.openjdk.jcstress.infra.results.JII_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A handler's executor: whatever it does with a task, and however late, each handler is run once,
 * with the outcome of its own shot, or never if its shot was ended in another way.
 */
public final class Executing {

  private Executing() {}

  /** What an executor was given last, for whoever is to run it. */
  static final class Slot {

    private volatile @Nullable Runnable task;

    void put(Runnable given) {
      task = given;
    }

    Runnable await() {
      Runnable given;
      while ((given = task) == null) {
        Thread.onSpinWait();
      }
      return given;
    }

    void runIfAny() {
      Runnable given = task;
      if (given != null) {
        given.run();
      }
    }
  }

  /** The executor's thread has the task while the sender is inside {@code execute} still. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each shot's handler is run once")
  @Outcome(expect = FORBIDDEN, desc = "a handler is not run, or twice, or with another's value")
  public static class RunWhileDispatched {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private long received;

    public RunWhileDispatched() {
      receiver.onReceive(this::handle, slot::put);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Arbiter
    public void arbiter(IJI_Result r) {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake(), Runnable::run);
      armed.send(2L);
      r.r1 = runs.count();
      r.r2 = received;
      r.r3 = next.count();
    }

    private void handle(long value) {
      runs.wake();
      received = value;
    }
  }

  /** The same, and the sender runs it as well. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each shot's handler is run once")
  @Outcome(expect = FORBIDDEN, desc = "a handler is not run, or twice, or with another's value")
  public static class RunTwice {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private long received;

    public RunTwice() {
      receiver.onReceive(
          this::handle,
          task -> {
            slot.put(task);
            task.run();
          });
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Arbiter
    public void arbiter(IJI_Result r) {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake(), Runnable::run);
      armed.send(2L);
      r.r1 = runs.count();
      r.r2 = received;
      r.r3 = next.count();
    }

    private void handle(long value) {
      runs.wake();
      received = value;
    }
  }

  /** The executor has refused, and the owner goes on before the sender has heard of it. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "told, and the next handler is run")
  @Outcome(id = ".*, 0, .*", expect = FORBIDDEN, desc = "the next handler is forgotten")
  @Outcome(expect = FORBIDDEN, desc = "one that was refused is run, one twice, or nobody is told")
  public static class RefuseOrNextShot {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Refusal refusal = new Refusal();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile boolean isRefusing;

    public RefuseOrNextShot() {
      receiver.onReceive(
          value -> runs.wake(),
          task -> {
            isRefusing = true;
            throw refusal;
          });
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      while (!isRefusing) {
        Thread.onSpinWait();
      }
      receiver.take();
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake());
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = refusal.reports();
    }
  }

  /** As {@link RefuseOrNextShot}, by the same executor, whose task is run by the owner. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "told, and the next handler is run")
  @Outcome(id = ".*, 0, .*", expect = FORBIDDEN, desc = "the next handler is forgotten")
  @Outcome(expect = FORBIDDEN, desc = "one that was refused is run, one twice, or nobody is told")
  public static class RefuseOrNextDispatch {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Refusal refusal = new Refusal();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile boolean isRefusing;

    public RefuseOrNextDispatch() {
      receiver.onReceive(value -> runs.wake(), this::execute);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      while (!isRefusing) {
        Thread.onSpinWait();
      }
      receiver.drop();
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake(), this::execute);
      armed.send(2L);
      slot.await().run();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = refusal.reports();
    }

    private void execute(Runnable task) {
      if (isRefusing) {
        slot.put(task);
      } else {
        isRefusing = true;
        throw refusal;
      }
    }
  }

  /** The executor has handed the task to its thread, and refuses it then. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, DISCONNECTED", expect = ACCEPTABLE, desc = "run before it was refused")
  @Outcome(id = "0, 1, READY", expect = ACCEPTABLE, desc = "refused before: the value is there")
  @Outcome(expect = FORBIDDEN, desc = "neither run nor there, or both, or nobody is told")
  public static class RefuseOrRun {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Refusal refusal = new Refusal();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();

    public RefuseOrRun() {
      receiver.onReceive(
          value -> runs.wake(),
          task -> {
            slot.put(task);
            throw refusal;
          });
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Arbiter
    public void arbiter(IIL_Result r) {
      r.r1 = runs.count();
      r.r2 = refusal.reports();
      r.r3 = receiver.poll();
    }
  }

  /** The executor runs the task, in which the next shot is armed, and refuses it then. */
  @JCStressTest
  @State
  @Outcome(id = "12, 1, 0", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or two are at a time, or nobody is told")
  public static class RefuseAfterRunOrNextOutcome {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final LongChannel.Handler handler = this::handle;
    private final Refusal refusal = new Refusal();
    private final Wakes overlaps = new Wakes();
    private volatile LongChannel.@Nullable Sender next;
    private volatile boolean isInside;
    private long received;

    public RefuseAfterRunOrNextOutcome() {
      receiver.onReceive(
          handler,
          task -> {
            task.run();
            throw refusal;
          });
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void nextSender() {
      LongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(JII_Result r) {
      r.r1 = received;
      r.r2 = refusal.reports();
      r.r3 = overlaps.count();
    }

    private void handle(long value) {
      if (isInside) {
        overlaps.wake();
      }
      isInside = true;
      received = received * 10 + value;
      if (value == 1L) {
        LongChannel.Sender armed = receiver.sender();
        receiver.onReceive(handler, Runnable::run);
        next = armed;
      }
      isInside = false;
    }
  }

  /** An executor that is another object at each call, and runs on the thread that calls it. */
  @JCStressTest
  @State
  @Outcome(id = "2, 12, false", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(id = ".*, true", expect = FORBIDDEN, desc = "two runs at a time")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or too many")
  public static class RegisterAgainByLambdas {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final LongChannel.Handler handler = this::handle;
    private final Wakes executions = new Wakes();
    private volatile LongChannel.@Nullable Sender next;
    private volatile boolean isInside;
    private long received;
    private boolean hasOverlapped;

    public RegisterAgainByLambdas() {
      receiver.onReceive(handler, this::execute);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void nextSender() {
      LongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(IJZ_Result r) {
      r.r1 = executions.count();
      r.r2 = received;
      r.r3 = hasOverlapped;
    }

    private void execute(Runnable task) {
      executions.wake();
      task.run();
    }

    private void handle(long value) {
      hasOverlapped |= isInside;
      isInside = true;
      received = received * 10 + value;
      if (value == 1L) {
        LongChannel.Sender armed = receiver.sender();
        receiver.onReceive(handler, this::execute);
        next = armed;
      }
      isInside = false;
    }
  }

  /** A task on its thread, and the next one, due on the sender's thread, without an executor. */
  @JCStressTest
  @State
  @Outcome(id = "12, 1, 0", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or two are at a time")
  public static class RunOrNextOutcome {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final LongChannel.Handler handler = this::handle;
    private final Slot slot = new Slot();
    private final Wakes overlaps = new Wakes();
    private volatile LongChannel.@Nullable Sender next;
    private volatile boolean isInside;
    private long received;
    private int seconds;

    public RunOrNextOutcome() {
      receiver.onReceive(handler, slot::put);
      sender.send(1L);
    }

    @Actor
    public void executor() {
      slot.await().run();
    }

    @Actor
    public void nextSender() {
      LongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(JII_Result r) {
      r.r1 = received;
      r.r2 = seconds;
      r.r3 = overlaps.count();
    }

    private void handle(long value) {
      if (isInside) {
        overlaps.wake();
      }
      isInside = true;
      received = received * 10 + value;
      if (value == 1L) {
        LongChannel.Sender armed = receiver.sender();
        receiver.onReceive(handler);
        next = armed;
      } else {
        seconds++;
      }
      isInside = false;
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
  public static class StaleTaskOrNextShot {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile long received;

    public StaleTaskOrNextShot() {
      LongChannel.Sender sender = receiver.sender();
      receiver.onReceive(value -> runs.wake(), slot::put);
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
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = received;
    }

    private void handle(long value) {
      next.wake();
      received = value;
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
  public static class StaleTaskOrNextTask {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final Slot slot = new Slot();
    private final Slot nextSlot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile long received;

    public StaleTaskOrNextTask() {
      LongChannel.Sender sender = receiver.sender();
      receiver.onReceive(value -> runs.wake(), slot::put);
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
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = received;
    }

    private void handle(long value) {
      next.wake();
      received = value;
    }
  }

  /** The owner, who is the executor's thread, closes: its own task is queued, or will be. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0, DISCONNECTED", expect = ACCEPTABLE, desc = "the handler is not run")
  @Outcome(expect = FORBIDDEN, desc = "told of an outcome that was discarded, or of the close")
  public static class WakeOrClose {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
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
  public static class WakeOrRenew {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Slot slot = new Slot();
    private final Slot nextSlot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile long received;

    public WakeOrRenew() {
      receiver.onReceive(value -> runs.wake(), slot::put);
    }

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
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = received;
    }

    private void handle(long value) {
      next.wake();
      received = value;
    }
  }

  /** The same with taking: the owner sees the value before the sender has come to wake. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "the next shot's handler alone is run")
  @Outcome(id = "1, .*, .*", expect = FORBIDDEN, desc = "told of an outcome that was taken")
  @Outcome(expect = FORBIDDEN, desc = "the next handler is not run, or twice")
  public static class WakeOrTake {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
    private final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private volatile long received;

    public WakeOrTake() {
      receiver.onReceive(value -> runs.wake(), slot::put);
    }

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
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = received;
    }

    private void handle(long value) {
      next.wake();
      received = value;
    }
  }

  /** Whoever has left the receiver to a handler may take it back, until that is dispatched. */
  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the handler is taken back, and not run")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the handler is run, not taken back")
  @Outcome(expect = FORBIDDEN, desc = "run though taken back, or neither, or twice")
  public static class WakeOrWithdraw {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();
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
