package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** The end of a {@code try} block ends its own shot, and no other. */
public final class Shots {

  private Shots() {}

  /** Arms the next shot while the block that sent is still being left. */
  @JCStressTest
  @State
  @Outcome(id = "PENDING", expect = ACCEPTABLE, desc = "the next shot is open")
  @Outcome(id = "DISCONNECTED", expect = FORBIDDEN, desc = "the next shot is closed by the last")
  @Outcome(expect = FORBIDDEN, desc = "the next shot has an outcome")
  public static class CloseOrArm extends OpenShot {
    private final LongChannel.Shot shot = sender.shot();

    @Actor
    public void sender() {
      try (shot) {
        shot.send(1L);
      }
    }

    @Actor
    public void receiver() {
      Polling.awaitReady(receiver);
      receiver.take();
      receiver.sender();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = receiver.poll();
    }
  }
}
