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
import org.openjdk.jcstress.infra.results.ZII_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Protocols that miss a waker, or run one that they should not. */
public final class Waking {

  private Waking() {}

  /** The sender reads the waker and writes the outcome in two accesses instead of one. */
  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class SendInTwoSteps {
    private final Wakes wakes = new Wakes();
    private final Cell cell =
        new Cell() {
          @Override
          boolean send(long sent) {
            value = sent;
            Object seen = state.get();
            state.set(VALUE);
            return wake(seen);
          }
        };

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = cell.poll(wakes);
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The receiver registers without a look whether the outcome has come meanwhile. */
  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class PollInTwoSteps {
    private final Wakes wakes = new Wakes();
    private final Cell cell =
        new Cell() {
          @Override
          boolean poll(Waker waker) {
            if (isReady()) {
              return true;
            }
            state.set(waker);
            return false;
          }
        };

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = cell.poll(wakes);
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The waker has a field of its own, and the sender does not look whether it was updated. */
  @JCStressTest
  @State
  @Outcome(id = "false, 1, .*", expect = FORBIDDEN, desc = "the old waker is run though replaced")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class NoLookForAnUpdate {
    private final Wakes old = new Wakes();
    private final Wakes replacement = new Wakes();
    private volatile Waker registered = old;
    private volatile boolean isReady;

    @Actor
    public void sender() {
      Waker seen = registered;
      isReady = true;
      seen.wake();
    }

    @Actor
    public void receiver(ZII_Result r) {
      registered = replacement;
      r.r1 = isReady;
    }

    @Arbiter
    public void arbiter(ZII_Result r) {
      r.r2 = old.count();
      r.r3 = replacement.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = FORBIDDEN, desc = "the waker is run though taken back")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class WithdrawInTwoSteps {
    private final Wakes wakes = new Wakes();
    private final Cell cell =
        new Cell() {
          @Override
          boolean withdraw() {
            if (state.get() instanceof Waker) {
              state.set(null);
              return true;
            }
            return false;
          }
        };

    public WithdrawInTwoSteps() {
      cell.poll(wakes);
    }

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = cell.withdraw();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = wakes.count();
    }
  }
}
