package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZJ_Result;

/** A value whose being there does not depend on its having been written. */
public final class Sharing {

  private Sharing() {}

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = FORBIDDEN, desc = "a value that nobody sent")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ReadyFromTheBeginning {
    private @Nullable Cell shared;

    @Actor
    public void sender() {
      Cell opened = new Cell();
      shared = opened;
      opened.state.set(Cell.VALUE);
      Thread.onSpinWait(); // or it would hardly ever show
      opened.value = 7L;
    }

    @Actor
    public void receiver(ZJ_Result r) {
      Cell seen = shared;
      if (seen != null) {
        r.r1 = seen.isReady();
        r.r2 = seen.value;
      }
    }
  }
}
