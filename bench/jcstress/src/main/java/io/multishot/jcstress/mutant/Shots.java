package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.MultiShot;
import io.multishot.Poll;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Here the channel is right, and its user wrong. */
public final class Shots {

  private Shots() {}

  @MultiShot(type = long.class, name = "MisusedChannel", padded = false)
  interface Misused {}

  /** Closes the sender itself after it has sent, where a {@code Shot} would know better. */
  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED", expect = FORBIDDEN, desc = "the next shot is closed by the last")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class SenderClosedAfterSending {
    private final MisusedChannel.Receiver receiver = MisusedChannel.open();
    private final MisusedChannel.Sender sender = receiver.sender();

    @Actor
    public void sender() {
      sender.send(1L);
      sender.close();
    }

    @Actor
    public void receiver() {
      while (receiver.poll() != Poll.READY) {
        Thread.onSpinWait();
      }
      receiver.take();
      receiver.sender();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = receiver.poll();
    }
  }
}
