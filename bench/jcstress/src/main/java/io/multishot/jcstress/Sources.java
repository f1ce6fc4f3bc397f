package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.JI_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.LJ_Result;

/** A future that a shot was left to ends that shot, if it is open still, and no other. */
public final class Sources {

  private Sources() {}

  @JCStressTest
  @State
  @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the source was first, and its value dropped")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "abandoned: the source reaches nothing")
  @Outcome(id = "1, .*", expect = FORBIDDEN, desc = "the late source's value is in the next shot")
  @Outcome(expect = FORBIDDEN, desc = "the next shot is harmed")
  public static class CompleteOrRenew extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();
    private final Wakes told = new Wakes();

    public CompleteOrRenew() {
      sender.onAbandoned(told);
      sender.sendFrom(source);
    }

    @Actor
    public void source() {
      source.complete(1L);
    }

    @Actor
    public void receiver(JI_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r1 = receiver.take();
    }

    @Arbiter
    public void arbiter(JI_Result r) {
      r.r2 = told.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED, [01]", expect = ACCEPTABLE, desc = "closed: there is no outcome")
  @Outcome(
      expect = FORBIDDEN,
      desc = "a closed receiver has an outcome, or the sender is told twice")
  public static class CompleteOrClose extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();
    private final Wakes told = new Wakes();

    public CompleteOrClose() {
      sender.onAbandoned(told);
      sender.sendFrom(source);
    }

    @Actor
    public void source() {
      source.complete(1L);
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r1 = receiver.poll();
      r.r2 = told.count();
    }
  }

  /** The sender takes the shot back from the source. */
  @JCStressTest
  @State
  @Outcome(id = "READY, 2", expect = ACCEPTABLE, desc = "the source was first")
  @Outcome(id = "DISCONNECTED, 2", expect = ACCEPTABLE, desc = "closed: the source reaches nothing")
  @Outcome(expect = FORBIDDEN, desc = "neither has ended the shot, or the next is harmed")
  public static class CompleteOrSendersClose extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();

    public CompleteOrSendersClose() {
      sender.sendFrom(source);
    }

    @Actor
    public void source() {
      source.complete(1L);
    }

    @Actor
    public void sender() {
      sender.close();
    }

    @Arbiter
    public void arbiter(LJ_Result r) {
      r.r1 = receiver.poll();
      receiver.sender().send(2L);
      r.r2 = receiver.take();
    }
  }

  /** The same, and the next shot is open when the source comes. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the source was first, with its own shot")
  @Outcome(id = "-1, 2", expect = ACCEPTABLE, desc = "closed: the source reaches nothing")
  @Outcome(id = ".*, 1", expect = FORBIDDEN, desc = "the late source's value is in the next shot")
  @Outcome(expect = FORBIDDEN, desc = "a value is lost, or the next shot is harmed")
  public static class CompleteOrNextShot extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();

    public CompleteOrNextShot() {
      sender.sendFrom(source);
    }

    @Actor
    public void source() {
      source.complete(1L);
    }

    @Actor
    public void owner(JJ_Result r) {
      sender.close();
      Poll found;
      while ((found = receiver.poll()) == Poll.PENDING) {
        Thread.onSpinWait();
      }
      r.r1 = found == Poll.READY ? receiver.take() : -1L;
      receiver.sender().send(2L);
      r.r2 = receiver.take();
    }
  }

  /** A source that has completed, or completes just then. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "sent")
  @Outcome(expect = FORBIDDEN, desc = "not sent")
  public static class CompleteOrLeave extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();

    @Actor
    public void source() {
      source.complete(1L);
    }

    @Actor
    public void sender() {
      sender.sendFrom(source);
    }

    @Arbiter
    public void arbiter(J_Result r) {
      r.r1 = receiver.poll() == Poll.READY ? receiver.take() : -1L;
    }
  }

  /** The sender, who wants to be told, leaves the shot to a source while it is abandoned. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "told, once, and the source reaches nothing")
  @Outcome(expect = FORBIDDEN, desc = "not told, or twice, or the next shot is harmed")
  public static class LeaveOrRenew extends OpenShot {
    private final CompletableFuture<Long> source = new CompletableFuture<>();
    private final Wakes told = new Wakes();

    public LeaveOrRenew() {
      sender.onAbandoned(told);
    }

    @Actor
    public void sender() {
      sender.sendFrom(source);
    }

    @Actor
    public void receiver(IJ_Result r) {
      LongChannel.Sender next = receiver.renew();
      next.send(2L);
      r.r2 = receiver.take();
    }

    @Arbiter
    public void arbiter(IJ_Result r) {
      source.complete(1L);
      r.r1 = told.count();
    }
  }

  /** The same, left by a shot. */
  @JCStressTest
  @State
  @Outcome(id = "1, DISCONNECTED", expect = ACCEPTABLE, desc = "abandoned, and told once")
  @Outcome(
      id = "0, DISCONNECTED",
      expect = ACCEPTABLE,
      desc = "sent before: discarded by the close")
  @Outcome(expect = FORBIDDEN, desc = "told twice, or a closed receiver has an outcome")
  public static class LeaveByShotOrClose extends OpenShot {
    private final LongChannel.Shot shot = sender.shot();
    private final CompletableFuture<Long> source = new CompletableFuture<>();
    private final Wakes told = new Wakes();

    public LeaveByShotOrClose() {
      sender.onAbandoned(told);
    }

    @Actor
    public void sender() {
      try (shot) {
        shot.sendFrom(source);
      }
      source.complete(1L);
    }

    @Actor
    public void receiver() {
      receiver.close();
    }

    @Arbiter
    public void arbiter(IL_Result r) {
      r.r1 = told.count();
      r.r2 = receiver.poll();
    }
  }
}
