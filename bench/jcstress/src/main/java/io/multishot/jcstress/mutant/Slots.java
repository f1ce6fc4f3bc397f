package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZJ_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Slots that are claimed twice, left in use, or reached by a name of long ago. */
public final class Slots {

  private Slots() {}

  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both have ended it")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ClaimInTwoSteps {
    private final Slot slot =
        new Slot() {
          @Override
          boolean send(long id, long sent) {
            if (word.get() != word(id, ARMED)) {
              return false;
            }
            word.set(word(id, CLAIMED));
            value = sent;
            return publish(id);
          }

          @Override
          boolean publish(long id) {
            word.set(word(id, VALUE));
            return true;
          }
        };

    private final long id = slot.acquire();

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = slot.send(id, 1);
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = slot.send(id, 2);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = FORBIDDEN, desc = "ready without the value")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ValueWrittenLast {
    private final Slot slot =
        new Slot() {
          @Override
          boolean send(long id, long sent) {
            boolean isClaimed = word.compareAndSet(word(id, ARMED), word(id, CLAIMED));
            boolean isWanted = isClaimed && publish(id);
            value = sent;
            return isWanted;
          }
        };

    private final long id = slot.acquire();

    @Actor
    public void sender() {
      slot.send(id, 1);
    }

    @Actor
    public void owner(ZJ_Result r) {
      r.r1 = slot.phase() == Slot.VALUE;
      r.r2 = r.r1 ? slot.value : -1;
    }
  }

  /** The sender does not look whether it was left alone with the slot. */
  @JCStressTest
  @State
  @Outcome(id = ".*, true, [1-4]", expect = FORBIDDEN, desc = "the slot stays in use")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class OrphanOverwritten {
    private final Slot slot =
        new Slot() {
          @Override
          boolean publish(long id) {
            word.set(word(id, VALUE));
            return true;
          }
        };

    private final long id = slot.acquire();

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
      r.r3 = slot.phase();
    }
  }

  /** The name says which slot, and no more. */
  @JCStressTest
  @State
  @Outcome(id = "true, 3", expect = FORBIDDEN, desc = "the late sender has ended the next shot")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class GenerationIgnored {
    private final Slot slot =
        new Slot() {
          @Override
          boolean send(long id, long sent) {
            long now = word.get() >>> 3;
            return super.send(now, sent);
          }
        };

    private final long id = slot.acquire();
    private boolean isOpenAgain;

    @Actor
    public void sender() {
      slot.send(id, 1);
    }

    @Actor
    public void owner() {
      slot.abandon(id);
      isOpenAgain = slot.acquire() > 0;
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r1 = isOpenAgain;
      r.r2 = slot.phase();
    }
  }

  /** Whoever acquires looks first whether it is closed, and not again. */
  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "a shot was opened, and not ended")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class LooksBeforeAcquiring {
    private final Slot slot =
        new Slot() {
          @Override
          long acquire() {
            return isClosed || !word.compareAndSet(0, word(1, ARMED)) ? 0 : 1;
          }
        };

    @Actor
    public void closer() {
      slot.close();
    }

    @Actor
    public void owner(ZI_Result r) {
      r.r1 = slot.acquire() > 0;
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = slot.phase();
    }
  }
}
