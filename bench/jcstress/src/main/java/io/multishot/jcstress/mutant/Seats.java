package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import io.multishot.jcstress.Wakes;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Seats that miss who waits, or that the other half has gone, or show what is not there yet. */
public final class Seats {

  private Seats() {}

  /** What waits for the caller's stores is not awaited: it reads the waiter too early. */
  @JCStressTest
  @State
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class AskedByRelease {
    private final Wakes wakes = new Wakes();
    private final Seat seat =
        new Seat() {
          @Override
          void open() {
            state.setRelease(LIVE);
          }
        };

    @Actor
    public void caller() {
      seat.ask(1);
    }

    @Actor
    public void server(LI_Result r) {
      r.r1 = seat.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The server looks for a question, and then registers. */
  @JCStressTest
  @State
  @Outcome(id = "PENDING, 0", expect = FORBIDDEN, desc = "a wake-up is lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class RegisteredLast {
    private final Wakes wakes = new Wakes();
    private final Seat seat =
        new Seat() {
          @Override
          Poll poll(Object newWaiter) {
            Poll seen = poll();
            register(newWaiter);
            return seen;
          }
        };

    @Actor
    public void caller() {
      seat.ask(1);
    }

    @Actor
    public void server(LI_Result r) {
      r.r1 = seat.poll(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** The question is opened, and then written. */
  @JCStressTest
  @State
  @Outcome(id = "true", expect = FORBIDDEN, desc = "the question is shown, and is not there")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class QuestionWrittenLast {
    private final Seat seat =
        new Seat() {
          @Override
          void ask(int asked) {
            open();
            question = asked;
          }
        };

    @Actor
    public void caller() {
      seat.ask(1);
    }

    @Actor
    public void server(Z_Result r) {
      r.r1 = seat.poll() == Poll.READY && seat.question == 0;
    }
  }

  /** The server goes, and does not look whether it was asked meanwhile. */
  @JCStressTest
  @State
  @Outcome(id = "PENDING", expect = FORBIDDEN, desc = "the caller waits for a server that has gone")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class LeftWithoutALook {
    private final Seat seat =
        new Seat() {
          @Override
          void leave() {
            waiter.set(LEFT);
          }
        };

    @Actor
    public void caller() {
      seat.ask(1);
    }

    @Actor
    public void server() {
      seat.leave();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = seat.answer();
    }
  }
}
