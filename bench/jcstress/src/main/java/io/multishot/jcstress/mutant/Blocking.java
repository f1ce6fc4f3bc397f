package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A thread whose time is up, and which does not look once more. */
public final class Blocking {

  private Blocking() {}

  @JCStressTest
  @State
  @Outcome(id = "false", expect = FORBIDDEN, desc = "the value is lost to the time-out")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class TimeOutInTwoSteps {
    private final Cell cell = new Cell();

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver() {
      boolean isWaiting = cell.state.compareAndSet(null, Thread.currentThread());
      if (isWaiting && !cell.isReady()) {
        cell.state.set(null);
      }
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = cell.isReady();
    }
  }
}
