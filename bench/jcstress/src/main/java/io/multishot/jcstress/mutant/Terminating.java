package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Threads that wait for ever. */
public final class Terminating {

  private Terminating() {}

  /** The receiver's {@code close} does not wake the thread that is blocked. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "hangs")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class NoUnpark {
    private final Cell cell = new Cell();

    @Actor
    public void receiver() {
      Thread self = Thread.currentThread();
      if (cell.state.compareAndSet(null, self)) {
        while (cell.state.get() == self) {
          LockSupport.park(this);
        }
      }
    }

    @Signal
    public void closer() {
      cell.abandon();
    }
  }

  /** The receiver spins on a plain read, which the compiler does once. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "spins for ever")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class PlainRead {
    private boolean isReady;

    @Actor
    public void receiver() {
      while (!isReady) {
        // spins
      }
    }

    @Signal
    public void sender() {
      isReady = true;
    }
  }
}
