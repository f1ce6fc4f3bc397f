package io.multishot.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Poll;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.LJ_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZJ_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** The server of a pair is shown each question once, and whole, and told of it if it waits. */
public final class Seats {

  private Seats() {}

  @JCStressTest
  @State
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "not asked yet")
  @Outcome(id = "-1, 1, 1", expect = ACCEPTABLE, desc = "the question, and what was before")
  @Outcome(expect = FORBIDDEN, desc = "part of the question, or what was before is missing")
  public static class Ask extends OneSeat {
    private int before;

    @Actor
    public void caller() {
      before = 1;
      ask(-1L);
    }

    @Actor
    public void server(JII_Result r) {
      if (seat.pollRequest() == Poll.READY) {
        seat.serve(
            (question, text) -> {
              r.r1 = question;
              r.r2 = TEXT.equals(text) ? 1 : 2;
              r.r3 = before;
              return 0;
            });
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "not answered yet")
  @Outcome(id = "true, 8", expect = ACCEPTABLE, desc = "the answer")
  @Outcome(expect = FORBIDDEN, desc = "another answer")
  public static class Serve extends OneSeat {
    public Serve() {
      super(7L);
    }

    @Actor
    public void server() {
      if (seat.pollRequest() == Poll.READY) {
        seat.serve(OneSeat::answer);
      }
    }

    @Actor
    public void caller(ZJ_Result r) {
      r.r1 = caller.poll() == Poll.READY;
      r.r2 = r.r1 ? caller.take() : 0;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "READY, 0", expect = ACCEPTABLE, desc = "the question was there first")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(id = "READY, 1", expect = ACCEPTABLE, desc = "the question came in between: both")
  @Outcome(expect = FORBIDDEN, desc = "a wake-up is lost, or the waker is run twice")
  public static class AskOrPoll extends OneSeat {
    private final Wakes wakes = new Wakes();

    @Actor
    public void caller() {
      ask(1L);
    }

    @Actor
    public void server(LI_Result r) {
      r.r1 = seat.pollRequest(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "PENDING, 0, 1", expect = ACCEPTABLE, desc = "the new waker is run")
  @Outcome(id = "READY, [01], 0", expect = ACCEPTABLE, desc = "before the new one is registered")
  @Outcome(id = "READY, 0, 1", expect = ACCEPTABLE, desc = "in between: both")
  @Outcome(expect = FORBIDDEN, desc = "the waker is run though replaced, or nobody is told")
  public static class AskOrReplace extends OneSeat {
    private final Wakes old = new Wakes();
    private final Wakes replacement = new Wakes();

    public AskOrReplace() {
      Poll unused = seat.pollRequest(old);
    }

    @Actor
    public void caller() {
      ask(1L);
    }

    @Actor
    public void server(LII_Result r) {
      r.r1 = seat.pollRequest(replacement);
    }

    @Arbiter
    public void arbiter(LII_Result r) {
      r.r2 = old.count();
      r.r3 = replacement.count();
    }
  }

  /** One of them sees that the other has gone, or has asked. */
  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED", expect = ACCEPTABLE, desc = "nobody waits for a server that left")
  @Outcome(expect = FORBIDDEN, desc = "the question stays open, and nobody will serve it")
  public static class AskOrLeave extends OneSeat {
    @Actor
    public void caller() {
      ask(1L);
    }

    @Actor
    public void server() {
      seat.close();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = caller.poll();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "DISCONNECTED, [01]", expect = ACCEPTABLE, desc = "closed first, or in between")
  @Outcome(id = "PENDING, 1", expect = ACCEPTABLE, desc = "the waker was there first, and run")
  @Outcome(expect = FORBIDDEN, desc = "nobody tells the server that the caller has closed")
  public static class CloseOrPoll extends OneSeat {
    private final Wakes wakes = new Wakes();

    @Actor
    public void caller() {
      caller.close();
    }

    @Actor
    public void server(LI_Result r) {
      r.r1 = seat.pollRequest(wakes);
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      r.r2 = wakes.count();
    }
  }

  /** What is served is one question or the other, and its answer is not the other's. */
  @JCStressTest
  @State
  @Outcome(id = "null, 0", expect = ACCEPTABLE, desc = "no question was seen, of two")
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "the first was served, and given up")
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the first was answered before that")
  @Outcome(id = "true, 11", expect = ACCEPTABLE, desc = "the second was answered")
  @Outcome(expect = FORBIDDEN, desc = "the answer to a question that was given up")
  public static class ServeOrAskAnother extends OneSeat {
    public ServeOrAskAnother() {
      super(1L);
    }

    @Actor
    public void server(LJ_Result r) {
      if (seat.pollRequest() == Poll.READY) {
        r.r1 = seat.serve(OneSeat::answer);
      }
    }

    @Actor
    public void caller() {
      caller.abandon();
      ask(10L);
    }

    @Arbiter
    public void arbiter(LJ_Result r) {
      r.r2 = caller.poll() == Poll.READY ? caller.take() : 0;
    }
  }

  /** A question that was left to another thread is not shown again; the next one is. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "the next question is not seen yet")
  @Outcome(id = "10", expect = ACCEPTABLE, desc = "the next question")
  @Outcome(expect = FORBIDDEN, desc = "the question is shown again")
  public static class AskAnotherOrPoll extends OneSeat {
    private final AtomicReference<EchoCall.Request> left = new AtomicReference<>();

    public AskAnotherOrPoll() {
      super(1L);
      Poll unused = seat.pollRequest();
      seat.serve((question, text, request) -> left.set(request));
    }

    /** Who answers, and then the caller. */
    @Actor
    public void caller() {
      Objects.requireNonNull(left.get()).send(2L);
      if (caller.take() == 2L) {
        ask(10L);
      }
    }

    @Actor
    public void server(J_Result r) {
      if (seat.pollRequest() == Poll.READY) {
        seat.serve((question, text) -> r.r1 = question);
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = "(true|false), READY",
      expect = ACCEPTABLE,
      desc = "in time, or it stays to be seen")
  @Outcome(expect = FORBIDDEN, desc = "the question is lost with the time")
  public static class AskOrTimeOut extends OneSeat {
    @Actor
    public void caller() {
      ask(1L);
    }

    @Actor
    public void server(ZL_Result r) {
      try {
        r.r1 = seat.awaitRequest(1, TimeUnit.NANOSECONDS) == Poll.READY;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Arbiter
    public void arbiter(ZL_Result r) {
      r.r2 = seat.pollRequest();
    }
  }
}
