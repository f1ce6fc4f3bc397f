package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Waker;
import io.multishot.jcstress.Wakes;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Slots that miss who waits, or tell whoever waits for another shot. */
public final class SlotWaits {

  private SlotWaits() {}

  /** The sender looks for the waker when the outcome can be taken already. */
  @JCStressTest
  @State
  @Outcome(id = "true", expect = FORBIDDEN, desc = "the next shot's waker is run early")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class WakerReadLast {
    private final Slot slot =
        new Slot() {
          @Override
          boolean publish(long id) {
            boolean isWanted = word.compareAndSet(word(id, CLAIMED), word(id, VALUE));
            Cell.wake(waker.getAndSet(null));
            return isWanted;
          }
        };

    private final long id = slot.acquire();
    private boolean isWokenEarly;

    @Actor
    public void sender() {
      slot.send(id, 1);
    }

    @Actor
    public void owner() {
      while (slot.phase() != Slot.VALUE) {
        Thread.onSpinWait();
      }
      slot.abandon(id);
      slot.acquire();
      slot.waker.set(() -> isWokenEarly = true);
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = isWokenEarly;
    }
  }

  /** The owner registers, and does not look whether the sender has read before. */
  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class NoRegistrationInTheWord {
    private final Slot slot = new Slot();
    private final long id = slot.acquire();
    private final Wakes wakes = new Wakes();

    @Actor
    public void sender() {
      slot.send(id, 1);
    }

    @Actor
    public void owner(ZI_Result r) {
      slot.waker.set(wakes);
      r.r1 = slot.phase() == Slot.VALUE;
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The outcome can be taken while it is being handed to a handler. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, 1", expect = FORBIDDEN, desc = "handled, and given up as well")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class HandledWithoutTaking {
    private final Slot slot = new Slot();
    private final long id = slot.acquire();
    private final Wakes runs = new Wakes();

    public HandledWithoutTaking() {
      slot.waker.set(runs);
    }

    @Actor
    public void sender(ZZI_Result r) {
      r.r1 = slot.send(id, 1);
    }

    @Actor
    public void owner(ZZI_Result r) {
      r.r2 = slot.abandon(id);
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = runs.count();
    }
  }

  /** What is late is told from what is registered now by the waker alone. */
  @JCStressTest
  @State
  @Outcome(id = "false", expect = FORBIDDEN, desc = "the next shot's waker is taken back")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class WithdrawnByIdentity {
    private final Slot slot = new Slot();
    private final long id = slot.acquire();
    private final Waker shared = () -> {};

    public WithdrawnByIdentity() {
      slot.waker.set(shared);
    }

    @Actor
    public void lateOwner() {
      slot.waker.compareAndSet(shared, null);
    }

    @Actor
    public void owner() {
      slot.abandon(id);
      slot.waker.set(null);
      slot.acquire();
      slot.waker.set(shared);
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = slot.waker.get() != null;
    }
  }
}
