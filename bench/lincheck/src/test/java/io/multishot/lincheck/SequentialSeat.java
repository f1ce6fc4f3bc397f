package io.multishot.lincheck;

import io.multishot.Poll;
import org.jspecify.annotations.Nullable;

/** What {@link SeatOperations} return one after the other: the contract, without any cell. */
public final class SequentialSeat {

  private static final class Question {

    final long number;
    Poll outcome = Poll.PENDING;
    boolean isPassed;
    boolean isAbandoned;

    Question(long number) {
      this.number = number;
    }

    boolean isOpen() {
      return outcome == Poll.PENDING && !isAbandoned;
    }

    boolean answer() {
      if (isAbandoned) {
        return false;
      }
      outcome = Poll.READY;
      return true;
    }
  }

  private long questions;
  private boolean isClosed;
  private boolean hasLeft;

  /** The caller's; {@code null} if it was taken or given up. */
  private @Nullable Question asked;

  private @Nullable Question shown;
  private @Nullable Question left;

  public boolean ask() {
    if (isClosed || poll() == Poll.PENDING) {
      return false;
    }
    asked = new Question(++questions);
    if (hasLeft) {
      asked.outcome = Poll.DISCONNECTED;
    }
    return true;
  }

  public Poll poll() {
    return asked == null ? Poll.DISCONNECTED : asked.outcome;
  }

  public @Nullable Long take() {
    if (asked == null || asked.outcome != Poll.READY) {
      return null;
    }
    long answer = asked.number;
    asked = null;
    return answer;
  }

  public boolean abandon() {
    if (asked == null) {
      return false;
    }
    asked.isAbandoned = asked.outcome == Poll.PENDING;
    asked = null;
    return true;
  }

  public boolean close() {
    if (poll() == Poll.PENDING) {
      return false;
    }
    asked = null;
    isClosed = true;
    return true;
  }

  public @Nullable Poll pollRequest() {
    if (hasLeft) {
      return null;
    }
    shown = asked != null && asked.isOpen() && !asked.isPassed ? asked : null;
    return shown != null ? Poll.READY : isClosed ? Poll.DISCONNECTED : Poll.PENDING;
  }

  public @Nullable Poll pollRequestWithWaker() {
    return pollRequest();
  }

  public @Nullable Poll pollRequestWithAnother() {
    return pollRequest();
  }

  public @Nullable Boolean serve() {
    Question served = shown;
    shown = null;
    return served == null ? null : (Boolean) served.answer();
  }

  public @Nullable Boolean serveLater() {
    Question passed = shown;
    if (passed == null || left != null) {
      return null;
    }
    shown = null;
    if (passed.isAbandoned) {
      return false;
    }
    passed.isPassed = true;
    left = passed;
    return true;
  }

  public @Nullable Boolean answer() {
    Question answered = left;
    left = null;
    return answered == null ? null : (Boolean) answered.answer();
  }

  public void leave() {
    hasLeft = true;
    shown = null;
    if (asked != null && asked.isOpen() && !asked.isPassed) {
      asked.outcome = Poll.DISCONNECTED;
    }
  }
}
