package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.jcstress.Wakes;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Handlers that an executor runs, whose runs are claimed by nobody, or in two steps. */
public final class Executing {

  private Executing() {}

  /** Whoever is refused forgets what is registered, be it another's by then. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the next handler is forgotten")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class RefusalForgetsTheNext {
    private final Wakes next = new Wakes();
    private volatile boolean isRefusing;
    private volatile @Nullable Runnable registered;

    @Actor
    public void sender() {
      isRefusing = true; // in execute, which throws
      registered = null;
    }

    @Actor
    public void receiver() {
      while (!isRefusing) {
        Thread.onSpinWait();
      }
      registered = next::wake;
      Runnable due = registered;
      if (due != null) {
        due.run();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = next.count();
    }
  }

  /** A task does not claim its run. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = FORBIDDEN, desc = "the handler is run twice")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class RunWithoutClaim {
    private final Wakes runs = new Wakes();
    private volatile boolean isQueued = true;

    @Actor
    public void sender() {
      run();
    }

    @Actor
    public void executor() {
      run();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = runs.count();
    }

    private void run() {
      if (isQueued) {
        isQueued = false;
        runs.wake();
      }
    }
  }

  /** What is due is noted for the run that is on, which does not look again when it is over. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = FORBIDDEN, desc = "a run is missing")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class DueInTwoSteps {
    private final Wakes runs = new Wakes();
    private volatile boolean isRunning = true;
    private volatile boolean isDue;

    @Actor
    public void executor() {
      runs.wake();
      boolean goesOn = isDue;
      isRunning = false;
      if (goesOn) {
        runs.wake();
      }
    }

    @Actor
    public void nextSender() {
      if (isRunning) {
        isDue = true;
      } else {
        runs.wake();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = runs.count();
    }
  }
}
