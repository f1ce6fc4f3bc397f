package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.IIL_Result;
import org.openjdk.jcstress.infra.results.IJI_Result;
import org.openjdk.jcstress.infra.results.IJZ_Result;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * A handler's executor: whether it runs a task or refuses it, and on whatever thread, each handler
 * is run once, with the outcome of its own shot, and its runs follow one another.
 */
public final class Executing {

  private Executing() {}

  /** The first shot's handler notes its value, and the next one's is counted. */
  abstract static class Dispatched extends OpenShot {
    final Slot slot = new Slot();
    private final Wakes runs = new Wakes();
    private final Wakes next = new Wakes();
    private long received;

    final void handle(long value) {
      runs.wake();
      received = value;
    }

    /** Goes through the next shot, and tells of both. */
    final void report(IJI_Result r) {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake(), Runnable::run);
      armed.send(2L);
      r.r1 = runs.count();
      r.r2 = received;
      r.r3 = next.count();
    }
  }

  /** The executor's thread has the task while the sender is inside {@code execute} still. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each shot's handler is run once")
  @Outcome(expect = FORBIDDEN, desc = "a handler is not run, or twice, or with another's value")
  public static class RunWhileDispatched extends Dispatched {

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
      report(r);
    }
  }

  /** The same, and the sender runs it as well. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each shot's handler is run once")
  @Outcome(expect = FORBIDDEN, desc = "a handler is not run, or twice, or with another's value")
  public static class RunTwice extends Dispatched {

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
      report(r);
    }
  }

  /** The executor refuses the first shot's handler, and the owner goes on with the next shot. */
  abstract static class Refused extends OpenShot {
    final Refusal refusal = new Refusal();
    final Wakes runs = new Wakes();
    final Wakes next = new Wakes();
    volatile boolean isRefusing;

    final void awaitRefusal() {
      while (!isRefusing) {
        Thread.onSpinWait();
      }
    }

    final void report(III_Result r) {
      r.r1 = runs.count();
      r.r2 = next.count();
      r.r3 = refusal.reports();
    }
  }

  /** The executor has refused, and the owner goes on before the sender has heard of it. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "told, and the next handler is run")
  @Outcome(id = ".*, 0, .*", expect = FORBIDDEN, desc = "the next handler is forgotten")
  @Outcome(expect = FORBIDDEN, desc = "one that was refused is run, one twice, or nobody is told")
  public static class RefuseOrNextShot extends Refused {

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
      awaitRefusal();
      receiver.take();
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake());
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      report(r);
    }
  }

  /** As {@link RefuseOrNextShot}, by the same executor, whose task is run by the owner. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "told, and the next handler is run")
  @Outcome(id = ".*, 0, .*", expect = FORBIDDEN, desc = "the next handler is forgotten")
  @Outcome(expect = FORBIDDEN, desc = "one that was refused is run, one twice, or nobody is told")
  public static class RefuseOrNextDispatch extends Refused {
    private final Slot slot = new Slot();

    public RefuseOrNextDispatch() {
      receiver.onReceive(value -> runs.wake(), this::execute);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      awaitRefusal();
      receiver.drop();
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(value -> next.wake(), this::execute);
      armed.send(2L);
      slot.await().run();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      report(r);
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
  public static class RefuseOrRun extends OpenShot {
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
  public static class RefuseAfterRunOrNextOutcome extends Relayed {
    private final Refusal refusal = new Refusal();

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
      sendNext();
    }

    @Arbiter
    public void arbiter(JII_Result r) {
      r.r1 = received;
      r.r2 = refusal.reports();
      r.r3 = overlaps.count();
    }

    @Override
    void registerAgain() {
      receiver.onReceive(handler, Runnable::run);
    }
  }

  /** An executor that is another object at each call, and runs on the thread that calls it. */
  @JCStressTest
  @State
  @Outcome(id = "2, 12, false", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(id = ".*, true", expect = FORBIDDEN, desc = "two runs at a time")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or too many")
  public static class RegisterAgainByLambdas extends Relayed {
    private final Wakes executions = new Wakes();

    public RegisterAgainByLambdas() {
      receiver.onReceive(handler, this::execute);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void nextSender() {
      sendNext();
    }

    @Arbiter
    public void arbiter(IJZ_Result r) {
      r.r1 = executions.count();
      r.r2 = received;
      r.r3 = overlaps.count() > 0;
    }

    @Override
    void registerAgain() {
      receiver.onReceive(handler, this::execute);
    }

    private void execute(Runnable task) {
      executions.wake();
      task.run();
    }
  }

  /** A task on its thread, and the next one, due on the sender's thread, without an executor. */
  @JCStressTest
  @State
  @Outcome(id = "12, 1, 0", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or two are at a time")
  public static class RunOrNextOutcome extends Relayed {
    private final Slot slot = new Slot();

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
      sendNext();
    }

    @Arbiter
    public void arbiter(JII_Result r) {
      r.r1 = received;
      r.r2 = seconds;
      r.r3 = overlaps.count();
    }

    @Override
    void registerAgain() {
      receiver.onReceive(handler);
    }
  }
}
