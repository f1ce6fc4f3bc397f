package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A handler whose runs nobody keeps in a row. */
public final class Handling {

  private Handling() {}

  @JCStressTest
  @State
  @Outcome(id = "true", expect = FORBIDDEN, desc = "two runs at a time")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class RunAtOnce {
    private final Cell cell = new Cell();
    private volatile boolean isArmed;
    private volatile boolean isInside;
    private volatile boolean hasOverlapped;

    public RunAtOnce() {
      cell.poll(this::handle);
    }

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void nextSender() {
      while (!isArmed) {
        Thread.onSpinWait();
      }
      cell.send(2L);
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = hasOverlapped;
    }

    private void handle() {
      if (isInside) {
        hasOverlapped = true;
      }
      isInside = true;
      if (cell.value == 1L) {
        cell.arm();
        cell.poll(this::handle);
        isArmed = true;
      }
      isInside = false;
    }
  }
}
