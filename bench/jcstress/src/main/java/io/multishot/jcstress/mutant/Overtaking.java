package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Tasks that nobody numbers: one that comes late takes another's outcome. */
public final class Overtaking {

  private Overtaking() {}

  /** A task does not compare the number of its shot, which its owner has ended. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = FORBIDDEN, desc = "the first handler is told of the next shot")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class StaleTaskTellsTheNext {
    private final Cell cell = new Cell();
    private long told;

    @Actor
    public void executor() {
      if (cell.isReady()) {
        told = cell.value;
      }
    }

    @Actor
    public void receiver() {
      cell.arm();
      cell.send(2L);
    }

    @Arbiter
    public void arbiter(J_Result r) {
      r.r1 = told;
    }
  }
}
