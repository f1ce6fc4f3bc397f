package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** A shot that was left to a source, which does not settle with the others who may end it. */
public final class Sources {

  private Sources() {}

  /** Looks whether the shot is its own, and sends then, by whatever shot it is. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = FORBIDDEN, desc = "the late source's value is in the next shot")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class SourceWithoutLease {
    private final Cell cell = new Cell();
    private volatile int shot = 1;

    @Actor
    public void source() {
      if (shot == 1) {
        cell.send(1L);
      }
    }

    @Actor
    public void receiver(J_Result r) {
      shot = 2;
      cell.abandon();
      cell.arm();
      cell.send(2L);
      r.r1 = cell.value;
    }
  }
}
