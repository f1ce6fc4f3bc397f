package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LJ_Result;

/** A receiver that is passed on through a data race shows no value that was not sent. */
public final class Sharing {

  private Sharing() {}

  @JCStressTest
  @State
  @Outcome(id = "null, 0", expect = ACCEPTABLE, desc = "not passed on yet")
  @Outcome(id = "READY, 7", expect = ACCEPTABLE, desc = "the value")
  @Outcome(
      id = {"PENDING, 0", "DISCONNECTED, 0", "no cell, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "passed on before it was made: the data race's fault")
  @Outcome(expect = FORBIDDEN, desc = "a value that nobody sent")
  public static class UnsafePublication {
    private LongChannel.@Nullable Receiver shared;

    @Actor
    public void sender() {
      LongChannel.Receiver opened = LongChannel.open();
      opened.sender().send(7L);
      shared = opened;
    }

    @Actor
    public void receiver(LJ_Result r) {
      LongChannel.Receiver receiver = shared;
      if (receiver == null) {
        return;
      }
      try {
        Poll seen = receiver.poll();
        r.r1 = seen;
        if (seen == Poll.READY) {
          r.r2 = receiver.take();
        }
      } catch (NullPointerException e) {
        r.r1 = "no cell";
      }
    }
  }
}
