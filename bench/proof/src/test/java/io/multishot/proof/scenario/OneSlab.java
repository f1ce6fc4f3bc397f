package io.multishot.proof.scenario;

import io.multishot.Poll;

/** A scenario with a slab of one slot, in which a shot is open. */
abstract class OneSlab extends CheckedScenario {

  static final int OTHER = 43;

  private static final long SEED = 1;

  final AnswerSlab slab = AnswerSlab.open(1, SEED);
  final long id = slab.tryAcquire();

  boolean isSent;
  Poll polled = Poll.PENDING;

  /** Written before the shot is ended, and to be read by whoever has been shown the outcome. */
  private int sendersData;

  /** A handler that counts; not twice at once, or that is a race. */
  static final class Handled implements AnswerSlab.Handler {
    int values;
    int failures;

    @Override
    public void received(long id, int value) {
      checkEquals(VALUE, value);
      values++;
    }

    @Override
    public void failed(long id, Throwable failure) {
      failures++;
    }

    int runs() {
      return values + failures;
    }

    String tell() {
      return values > 0 ? "handled" : failures > 0 ? "failed" : "not handled";
    }
  }

  void send(Actors actors) {
    actors.add(
        "sender",
        () -> {
          sendersData = VALUE;
          isSent = slab.send(id, VALUE);
        });
  }

  void checkIsShown() {
    checkEquals(VALUE, sendersData);
  }

  /** The slot is free, and can be used for another shot. */
  void checkIsFree() {
    checkEquals(0, slab.inFlight());
    long next = slab.tryAcquire();
    check(next != AnswerSlab.NONE && next != id, "it can be acquired");
    check(slab.send(next, OTHER), "and sent to");
    checkEquals(OTHER, slab.take(next));
    check(!slab.send(id, VALUE), "and the old name means nothing");
  }
}
