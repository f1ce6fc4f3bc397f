package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.JI_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/** A slab's shot is ended once, by whoever has its name, and its slot is used again. */
public final class Slots {

  private Slots() {}

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the value, and what was written before")
  @Outcome(expect = FORBIDDEN, desc = "part of the value, or what was before is missing")
  public static class Publish extends OpenSlot {
    private int before;

    @Actor
    public void sender() {
      before = 1;
      slab.send(id, -1L);
    }

    @Actor
    public void owner(JI_Result r) {
      if (slab.poll(id) == Poll.READY) {
        r.r1 = slab.take(id);
        r.r2 = before;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "not sent yet")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "the whole message")
  @Outcome(expect = FORBIDDEN, desc = "a message that is there in part")
  public static class PublishMessage {
    private final OrderSlab slab = OrderSlab.open(1, OpenSlot.SEED);
    private final long id = slab.tryAcquire();

    @Actor
    public void sender() {
      slab.send(id, -1L, 0.1, 300, "XETRA");
    }

    @Actor
    public void owner(IIII_Result r) {
      if (slab.poll(id) == Poll.READY) {
        OrderSlab.Copy order = slab.take(id, new OrderSlab.Copy());
        r.r1 = order.orderId() == -1L ? 1 : 2;
        r.r2 = order.price() == 0.1 ? 1 : 2;
        r.r3 = order.quantity() == 300 ? 1 : 2;
        r.r4 = "XETRA".equals(order.venue()) ? 1 : 2;
      }
    }
  }

  /** The name comes to the sender by a race, as over a wire. */
  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "the name, or its shot, is not seen yet")
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "what was before the shot was opened")
  @Outcome(expect = FORBIDDEN, desc = "the shot is open, and what was before is missing")
  public static class NameByRace {
    private final LongSlab slab = LongSlab.open(1, OpenSlot.SEED);
    private long name;
    private int before;

    @Actor
    public void owner() {
      before = 1;
      name = slab.tryAcquire();
    }

    @Actor
    public void sender(ZI_Result r) {
      r.r1 = slab.send(name, 1L);
      r.r2 = r.r1 ? before : 0;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "the first sender's value")
  @Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "the second sender's value")
  @Outcome(expect = FORBIDDEN, desc = "both have ended it, or none, or the value is the other's")
  public static class SentByTwo extends OpenSlot {
    @Actor
    public void first(ZZJ_Result r) {
      r.r1 = slab.send(id, 1L);
    }

    @Actor
    public void second(ZZJ_Result r) {
      r.r2 = slab.send(id, 2L);
    }

    @Arbiter
    public void arbiter(ZZJ_Result r) {
      r.r3 = slab.take(id);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, true, 0", expect = ACCEPTABLE, desc = "the outcome is dropped")
  @Outcome(id = "false, true, 0", expect = ACCEPTABLE, desc = "abandoned before it was sent")
  @Outcome(expect = FORBIDDEN, desc = "it cannot be abandoned, or the slot stays in use")
  public static class SendOrAbandon extends OpenSlot {
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
      r.r3 = slab.inFlight();
    }
  }

  /** A sender that is late ends nothing of the next shot. */
  @JCStressTest
  @State
  @Outcome(id = "(true|false), PENDING", expect = ACCEPTABLE, desc = "the next shot is open")
  @Outcome(id = "false, null", expect = ACCEPTABLE, desc = "the sender has the slot still")
  @Outcome(expect = FORBIDDEN, desc = "the next shot has an outcome")
  public static class LateSendOrReuse extends OpenSlot {
    private long next;

    @Actor
    public void sender(ZL_Result r) {
      r.r1 = slab.send(id, 1L);
    }

    @Actor
    public void owner() {
      next = openNext();
    }

    @Arbiter
    public void arbiter(ZL_Result r) {
      r.r2 = next == LongSlab.NONE ? null : slab.poll(next);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "(true|false), 0", expect = ACCEPTABLE, desc = "no shot is open any more")
  @Outcome(expect = FORBIDDEN, desc = "a shot was opened, and not ended")
  public static class CloseOrAcquire {
    private final LongSlab slab = LongSlab.open(1, OpenSlot.SEED);

    @Actor
    public void closer() {
      slab.close();
    }

    @Actor
    public void owner(ZI_Result r) {
      r.r1 = slab.tryAcquire() != LongSlab.NONE;
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      slab.forEachPending(pending -> r.r2++);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "(true|false), 0", expect = ACCEPTABLE, desc = "no shot is open any more")
  @Outcome(expect = FORBIDDEN, desc = "a shot was opened, and not ended")
  public static class CloseOrAcquireInTime {
    private final LongSlab slab = LongSlab.open(1, OpenSlot.SEED);

    @Actor
    public void closer() {
      slab.close();
    }

    @Actor
    public void owner(ZI_Result r) {
      r.r1 = slab.tryAcquire(7) != LongSlab.NONE;
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      slab.forEachPending(pending -> r.r2++);
    }
  }
}
