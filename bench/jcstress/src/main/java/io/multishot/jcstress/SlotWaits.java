package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZJI_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Who waits for a slab's shot is told once, of that shot. */
public final class SlotWaits {

  private SlotWaits() {}

  @JCStressTest
  @State
  @Outcome(id = "READY, 0", expect = ACCEPTABLE, desc = "the value was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though not registered, or twice")
  public static class SendOrPoll extends OpenSlot {
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      slab.send(id, 1L);
    }

    @Actor
    public void owner(LI_Result r) {
      r.r1 = slab.poll(id, wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 1, 0", expect = ACCEPTABLE, desc = "the old waker is run, not replaced")
  @Outcome(id = "PENDING, 0, 1", expect = ACCEPTABLE, desc = "the new waker is run")
  @Outcome(id = "READY, 0, 0", expect = ACCEPTABLE, desc = "it came when none was registered")
  @Outcome(expect = FORBIDDEN, desc = "a waker is run though replaced, or none, or two")
  public static class SendOrReplace extends OpenSlot {
    private final Wakes old = new Wakes();
    private final Wakes replacement = new Wakes();

    public SendOrReplace() {
      Poll unused = slab.poll(id, old);
    }

    @Actor
    public void sender() {
      slab.send(id, 1L);
    }

    @Actor
    public void owner(LII_Result r) {
      r.r1 = slab.poll(id, replacement);
    }

    @Arbiter
    public void arbiter(LII_Result r) {
      r.r2 = old.count();
      r.r3 = replacement.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the waker is taken back, and not run")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the waker is run, not taken back")
  @Outcome(expect = FORBIDDEN, desc = "run though taken back, or neither, or twice")
  public static class SendOrWithdraw extends OpenSlot {
    private final Wakes wakes = new Wakes();

    public SendOrWithdraw() {
      Poll unused = slab.poll(id, wakes);
    }

    @Actor
    public void sender() {
      slab.send(id, 1L);
    }

    @Actor
    public void owner(ZI_Result r) {
      r.r1 = slab.withdraw(id);
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "received in time")
  @Outcome(id = "false, 0, 0", expect = ACCEPTABLE, desc = "given up before it was sent")
  @Outcome(expect = FORBIDDEN, desc = "sent and given up, or the slot stays in use")
  public static class SendOrTimeOut extends OpenSlot {
    @Actor
    public void sender(ZJI_Result r) {
      r.r1 = slab.send(id, 1L);
    }

    @Actor
    public void owner(ZJI_Result r) {
      try {
        r.r2 = slab.receive(id, 0, TimeUnit.NANOSECONDS);
      } catch (TimeoutException | InterruptedException late) {
        r.r2 = 0;
      }
    }

    @Arbiter
    public void arbiter(ZJI_Result r) {
      r.r3 = slab.inFlight();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "the handler is run")
  @Outcome(id = "false, true, 0", expect = ACCEPTABLE, desc = "given up before it was sent")
  @Outcome(expect = FORBIDDEN, desc = "the handler is run though the shot was given up, or neither")
  public static class HandleOrAbandon extends OpenSlot {
    private final Wakes runs = new Wakes();

    public HandleOrAbandon() {
      slab.onReceive(id, (name, value) -> runs.wake());
    }

    @Actor
    public void sender(ZZI_Result r) {
      r.r1 = slab.send(id, 1L);
    }

    @Actor
    public void owner(ZZI_Result r) {
      r.r2 = slab.abandon(id);
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = runs.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "run once, when the slot is free")
  @Outcome(expect = FORBIDDEN, desc = "not run, or twice, or the slot is not free")
  public static class SendOrHandle extends OpenSlot {
    private final Wakes runs = new Wakes();
    private boolean wasFree;

    @Actor
    public void sender() {
      slab.send(id, 1L);
    }

    @Actor
    public void owner() {
      slab.onReceive(
          id,
          (name, value) -> {
            wasFree = slab.poll(name) == Poll.UNKNOWN;
            runs.wake();
          });
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r1 = wasFree;
      r.r2 = runs.count();
    }
  }

  /** Who gives the shot up tells whoever is registered, and not whoever was before. */
  @JCStressTest
  @State
  @Outcome(id = "PENDING, 0, 1", expect = ACCEPTABLE, desc = "the new waker is told")
  @Outcome(id = "UNKNOWN, 1, 0", expect = ACCEPTABLE, desc = "the old waker is told")
  @Outcome(id = "UNKNOWN, 0, 0", expect = ACCEPTABLE, desc = "it came when none was registered")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or the waker that was replaced is run")
  public static class AbandonOrReplace extends OpenSlot {
    private final Wakes old = new Wakes();
    private final Wakes replacement = new Wakes();

    public AbandonOrReplace() {
      Poll unused = slab.poll(id, old);
    }

    @Actor
    public void other() {
      slab.abandon(id);
    }

    @Actor
    public void owner(LII_Result r) {
      r.r1 = slab.poll(id, replacement);
    }

    @Arbiter
    public void arbiter(LII_Result r) {
      r.r2 = old.count();
      r.r3 = replacement.count();
    }
  }

  /** One waker for two shots of a slot: who is late with the first takes nothing of the second. */
  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "the next shot's waker is run")
  @Outcome(expect = FORBIDDEN, desc = "the next shot's waker is lost, or its outcome")
  public static class WithdrawLateOrReuse extends OpenSlot {
    private final Wakes wakes = new Wakes();
    private long next;

    public WithdrawLateOrReuse() {
      Poll unused = slab.poll(id, wakes);
    }

    @Actor
    public void lateOwner() {
      slab.withdraw(id);
    }

    @Actor
    public void owner() {
      next = openNext();
      Poll unused = slab.poll(next, wakes);
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      int before = wakes.count();
      slab.send(next, 1L);
      r.r1 = slab.poll(next) == Poll.READY;
      r.r2 = wakes.count() - before;
    }
  }
}
