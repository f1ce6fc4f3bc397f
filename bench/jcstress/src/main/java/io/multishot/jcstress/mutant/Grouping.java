package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.jcstress.Wakes;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Groups whose senders do not settle which of them wakes the waiter. */
public final class Grouping {

  private Grouping() {}

  @JCStressTest
  @State
  @Outcome(id = "0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class CountInTwoSteps {
    private final Wakes wakes = new Wakes();
    private volatile int left = 2;

    @Actor
    public void leftSender() {
      signal();
    }

    @Actor
    public void rightSender() {
      signal();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = wakes.count();
    }

    private void signal() {
      int now = left - 1;
      left = now;
      if (now == 0) {
        wakes.wake();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "2", expect = FORBIDDEN, desc = "woken twice")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class FirstInTwoSteps {
    private final Wakes wakes = new Wakes();
    private volatile boolean isWoken;

    @Actor
    public void leftSender() {
      signal();
    }

    @Actor
    public void rightSender() {
      signal();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = wakes.count();
    }

    private void signal() {
      if (!isWoken) {
        isWoken = true;
        wakes.wake();
      }
    }
  }

  /** The owner who closes a member counts it, in two steps. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class CloseInTwoSteps {
    private final Wakes wakes = new Wakes();
    private final AtomicInteger left = new AtomicInteger(2);

    @Actor
    public void sender() {
      if (left.decrementAndGet() == 0) {
        wakes.wake();
      }
    }

    @Actor
    public void closer() {
      int now = left.get() - 1;
      left.set(now);
      if (now == 0) {
        wakes.wake();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = wakes.count();
    }
  }
}
