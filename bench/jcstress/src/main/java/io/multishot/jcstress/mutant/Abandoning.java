package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Waker;
import io.multishot.jcstress.Wakes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Protocols in which sender and receiver do not agree on whose the value is. */
public final class Abandoning {

  private Abandoning() {}

  /** A receiver that is renewed does not leave the cell to the late sender. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = FORBIDDEN, desc = "the old value is in the new shot")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class RenewedInSameCell {
    private final Cell cell = new Cell();

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(J_Result r) {
      cell.abandon();
      cell.arm();
      cell.send(2L);
      r.r1 = cell.value;
    }
  }

  /** Nor does one that is closed. */
  @JCStressTest
  @State
  @Outcome(id = "false, true", expect = FORBIDDEN, desc = "both sides own the value")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ClosedInSameCell {
    private final Cell cell =
        new Cell() {
          @Override
          boolean send(long sent) {
            boolean isWanted = super.send(sent);
            if (!isWanted) {
              state.set(ABANDONED);
            }
            return isWanted;
          }
        };

    @Actor
    public void sender(ZZ_Result r) {
      r.r1 = cell.send(1L);
    }

    @Actor
    public void receiver(ZZ_Result r) {
      cell.abandon();
      r.r2 = cell.isReady();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "the value is sent, and lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class AbandonInTwoSteps {
    private final Cell cell =
        new Cell() {
          @Override
          boolean abandon() {
            if (isReady()) {
              return false;
            }
            state.set(ABANDONED);
            return true;
          }
        };

    @Actor
    public void sender(ZZ_Result r) {
      r.r1 = cell.send(1L);
    }

    @Actor
    public void receiver(ZZ_Result r) {
      r.r2 = cell.abandon();
    }
  }

  /** The sender asks to be told, but does not look whether it should have been already. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the sender is not told")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class NoLookAfterRegistering {
    private final Cell cell = new Cell();
    private final AtomicReference<@Nullable Waker> abandonWaker = new AtomicReference<>();
    private final Wakes told = new Wakes();

    @Actor
    public void sender() {
      if (cell.state.get() == Cell.ABANDONED) {
        told.wake();
      } else {
        abandonWaker.set(told);
      }
    }

    @Actor
    public void receiver() {
      cell.abandon();
      Cell.wake(abandonWaker.getAndSet(null));
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = told.count();
    }
  }

  /** The sender takes its waker back, and does not wait if it is just being run. */
  @JCStressTest
  @State
  @Outcome(id = "true", expect = FORBIDDEN, desc = "told after send has returned")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class NoWaitForTheWaker {
    private final Cell cell = new Cell();
    private final AtomicReference<@Nullable Waker> abandonWaker = new AtomicReference<>(this::tell);
    private volatile boolean hasReturned;
    private volatile boolean isToldLate;

    @Actor
    public void sender() {
      abandonWaker.getAndSet(null);
      cell.send(1L);
      hasReturned = true;
    }

    @Actor
    public void receiver() {
      cell.abandon();
      Cell.wake(abandonWaker.getAndSet(null));
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = isToldLate;
    }

    private void tell() {
      isToldLate |= hasReturned;
    }
  }

  /** Who asks reads the state alone, which a sender covers for a moment. */
  @JCStressTest
  @State
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "abandoned, and then not any more")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class CoveredBySending {
    private final Cell cell =
        new Cell() {
          @Override
          boolean send(long sent) {
            boolean isWanted = super.send(sent);
            if (!isWanted) {
              state.set(ABANDONED);
            }
            return isWanted;
          }
        };

    public CoveredBySending() {
      cell.abandon();
    }

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void third(ZZ_Result r) {
      r.r1 = isAbandoned();
      r.r2 = isAbandoned();
    }

    private boolean isAbandoned() {
      return cell.state.get() == Cell.ABANDONED;
    }
  }
}
