package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A future that does not settle with the sender who is first. */
public final class Futures {

  private Futures() {}

  /** Cancels the future itself, and then abandons the shot. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "the value is sent, and lost")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class CancelInTwoSteps {
    private final Cell cell = new Cell();
    private final CompletableFuture<Long> future = new CompletableFuture<>();

    public CancelInTwoSteps() {
      Waker completion = () -> future.complete(cell.value);
      cell.poll(completion);
    }

    @Actor
    public void sender(ZZ_Result r) {
      r.r1 = cell.send(1L);
    }

    @Actor
    public void receiver(ZZ_Result r) {
      r.r2 = future.cancel(false);
      cell.abandon();
    }
  }

  /** Gives way to the sender who was first, and does not wait for it. */
  @JCStressTest
  @State
  @Outcome(id = "false", expect = FORBIDDEN, desc = "neither cancelled nor done")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class CancelGivesWay {
    private final Cell cell = new Cell();
    private final CompletableFuture<Long> future = new CompletableFuture<>();

    public CancelGivesWay() {
      Waker completion = () -> future.complete(cell.value);
      cell.poll(completion);
    }

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(Z_Result r) {
      if (cell.abandon()) {
        future.cancel(false);
      }
      r.r1 = future.isDone();
    }
  }
}
