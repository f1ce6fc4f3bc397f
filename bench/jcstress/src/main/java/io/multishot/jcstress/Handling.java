package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJI_Result;
import org.openjdk.jcstress.infra.results.JZ_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A handler is run exactly once a shot, and its runs follow one another. */
public final class Handling {

  private Handling() {}

  @JCStressTest
  @State
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "run once, with the value and all before it")
  @Outcome(expect = FORBIDDEN, desc = "not run, or twice, or a write before it is missing")
  public static class SendOrRegister extends OpenShot {
    private final Wakes runs = new Wakes();
    private int before;
    private int seenBefore;
    private long received;

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver() {
      before = 1;
      receiver.onReceive(this::handle);
    }

    @Arbiter
    public void arbiter(IJI_Result r) {
      r.r1 = runs.count();
      r.r2 = received;
      r.r3 = seenBefore;
    }

    private void handle(long value) {
      runs.wake();
      received = value;
      seenBefore = before;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the handler is taken back, and not run")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the handler is run, not taken back")
  @Outcome(expect = FORBIDDEN, desc = "run though taken back, or neither, or twice")
  public static class SendOrWithdraw extends OpenShot {
    private final Wakes runs = new Wakes();

    public SendOrWithdraw() {
      receiver.onReceive(value -> runs.wake());
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void receiver(ZI_Result r) {
      r.r1 = receiver.withdraw();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = runs.count();
    }
  }

  /** The next value may come while the handler that asked for it still runs. */
  @JCStressTest
  @State
  @Outcome(id = "12, false", expect = ACCEPTABLE, desc = "one run after the other")
  @Outcome(id = ".*, true", expect = FORBIDDEN, desc = "two runs at a time")
  @Outcome(expect = FORBIDDEN, desc = "a run is missing, or too many")
  public static class RegisterAgain extends OpenShot {
    private final LongChannel.Handler handler = this::handle;
    private volatile LongChannel.@Nullable Sender next;
    private long received;
    private boolean isInside;
    private boolean hasOverlapped;

    public RegisterAgain() {
      receiver.onReceive(handler);
    }

    @Actor
    public void sender() {
      sender.send(1L);
    }

    @Actor
    public void nextSender() {
      LongChannel.Sender armed;
      while ((armed = next) == null) {
        Thread.onSpinWait();
      }
      armed.send(2L);
    }

    @Arbiter
    public void arbiter(JZ_Result r) {
      r.r1 = received;
      r.r2 = hasOverlapped;
    }

    private void handle(long value) {
      hasOverlapped |= isInside;
      isInside = true;
      received = received * 10 + value;
      if (value == 1L) {
        LongChannel.Sender armed = receiver.sender();
        receiver.onReceive(handler);
        next = armed;
      }
      isInside = false;
    }
  }
}
