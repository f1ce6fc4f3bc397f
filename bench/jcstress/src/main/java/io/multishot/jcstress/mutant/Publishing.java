package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZJ_Result;

/** Senders that publish before they have written. */
public final class Publishing {

  private Publishing() {}

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = FORBIDDEN, desc = "ready without the value")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ValueWrittenLast {
    private final Cell cell =
        new Cell() {
          @Override
          boolean send(long sent) {
            boolean isWanted = wake(state.getAndSet(VALUE));
            value = sent;
            return isWanted;
          }
        };

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(ZJ_Result r) {
      r.r1 = cell.isReady();
      if (r.r1) {
        r.r2 = cell.value;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "a message that is there in part")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class PartWrittenLast {
    private final Cell cell = new Cell();
    private int quantity;

    @Actor
    public void sender() {
      cell.send(1L);
      quantity = 1;
    }

    @Actor
    public void receiver(II_Result r) {
      if (cell.isReady()) {
        r.r1 = (int) cell.value;
        r.r2 = quantity;
      }
    }
  }
}
