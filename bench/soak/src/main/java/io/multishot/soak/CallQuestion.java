package io.multishot.soak;

import io.multishot.DisconnectedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One question as all sides know it; it is itself what is asked. */
final class CallQuestion {

  /** How a question ended for its owner. */
  enum Ending {
    RECEIVED,
    FAILED,
    DISCONNECTED,
    /** Without a look: whether there was an answer is not known. */
    GONE
  }

  final long number;
  final CallPlan plan;
  final Calls calls;
  final Thread owner = Thread.currentThread();

  /** What the question fails with, if it does. */
  final Fault failure;

  private final AtomicInteger begun = new AtomicInteger();

  /** How it is answered; written before the answer, and read after it. */
  CallPlan.@Nullable Answer decided;

  /** What the server was told, if it was: whether somebody wants the answer. */
  @Nullable Boolean isWanted;

  private volatile boolean isAnswered;

  CallQuestion(long number, CallPlan plan, Calls calls) {
    this.number = number;
    this.plan = plan;
    this.calls = calls;
    this.failure = new Fault("question " + number);
  }

  /** By the server that is shown it. */
  void begin(long shownNumber) {
    require(shownNumber == number, "the parts of a question belong together");
    require(begun.incrementAndGet() == 1, "a question is shown once");
  }

  boolean isBegun() {
    return begun.get() != 0;
  }

  void answered(@Nullable Boolean told) {
    isWanted = told;
    isAnswered = true;
  }

  boolean isAnswered() {
    return isAnswered;
  }

  void require(boolean isKept, String promise) {
    if (!isKept) {
      throw new SoakFailure("broken: " + promise + ": " + this);
    }
  }

  /** No other question has it; no number of a blind answer is positive. */
  long answer() {
    return Mix.of(number) >>> 1;
  }

  /** How it ended, if it was with a value. */
  Ending value(long received) {
    if (received < 0) {
      require(!isBegun(), "a question is answered once, and not by " + received);
      require(-received > calls.lastBlind, "an answer is received once, and not " + received);
      calls.lastBlind = -received;
      return Ending.RECEIVED;
    }
    require(received == answer(), "an answer is received by its own question, not " + received);
    require(
        decided == CallPlan.Answer.VALUE || decided == CallPlan.Answer.VALUE_OF_FUTURE,
        "a value comes only if one was sent");
    return Ending.RECEIVED;
  }

  /** How it ended, if it was without. */
  Ending thrown(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof DisconnectedException) {
      return disconnected();
    }
    require(cause == failure, "a question fails as its server has, and not with " + cause);
    require(decided == CallPlan.Answer.FAILURE, "a failure comes only if there was one");
    return Ending.FAILED;
  }

  Ending disconnected() {
    require(
        decided == CallPlan.Answer.DISCONNECT || (!isBegun() && calls.isLeft),
        "a question is disconnected by its request, or if nobody will serve it");
    return Ending.DISCONNECTED;
  }

  /** When its server has done all that it does: what both were told must agree. */
  void settle(Ending ending, Tally tally) {
    if (ending != Ending.GONE) {
      require(!Boolean.FALSE.equals(isWanted), "what is refused is not received");
    }
    switch (ending) {
      case RECEIVED -> {
        tally.add(Count.SENT);
        tally.add(Count.RECEIVED);
      }
      case FAILED -> tally.add(Count.FAILED);
      case DISCONNECTED -> tally.add(Count.DISCONNECTED);
      case GONE -> tally.add(Count.ABANDONED);
    }
    tally.add(Count.CROSS_THREAD);
    tally.add(Count.OF_CALLS);
  }

  @Override
  public String toString() {
    return "question %d of %s, begun %s, answered %s, wanted %s, %s, %s"
        .formatted(number, calls, begun, decided, isWanted, isAnswered, plan);
  }
}
