package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletionException;

/** A slab's slots, in and out of use. */
@SuppressWarnings("CheckReturnValue")
public final class Slots {

  private Slots() {}

  static final class Received extends OneSlab {
    private int received;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            received = slab.receive(id);
            checkIsShown();
          });
      actors.atEnd(
          () -> {
            check(isSent, "the owner was there");
            checkIsFree();
            return received;
          });
    }
  }

  static final class Polled extends OneSlab {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            polled = slab.poll(id);
            if (polled == Poll.READY) {
              checkIsShown();
              checkEquals(VALUE, slab.take(id));
              checkEquals(Poll.UNKNOWN, slab.poll(id));
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.READY ? Poll.UNKNOWN : Poll.READY, slab.poll(id));
            return polled;
          });
    }
  }

  static final class TakenAtOnce extends OneSlab {
    private String taken = "";

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            try {
              taken = "value " + slab.take(id);
              checkIsShown();
            } catch (IllegalStateException early) {
              taken = "none";
            }
          });
      actors.atEnd(
          () -> {
            check(isSent, "the owner was there");
            checkEquals(taken.equals("none") ? Poll.READY : Poll.UNKNOWN, slab.poll(id));
            return taken;
          });
    }
  }

  static final class SentByTwo extends OneSlab implements Wide {
    private boolean isFailed;
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("other sender", () -> isFailed = slab.fail(id, new IllegalStateException()));
      actors.add(
          "owner",
          () -> {
            try {
              received = "value " + slab.receive(id);
            } catch (CompletionException failed) {
              received = "failure";
            }
          });
      actors.atEnd(
          () -> {
            check(isSent != isFailed, "one has ended it");
            checkEquals(isFailed ? "failure" : "value 42", received);
            checkIsFree();
            return received;
          });
    }
  }

  static final class Failed extends OneSlab {
    private boolean isFailed;

    @Override
    public void setUp(Actors actors) {
      IllegalStateException failure = new IllegalStateException();
      actors.add("sender", () -> isFailed = slab.fail(id, failure));
      actors.add(
          "owner",
          () -> {
            Throwable seen = slab.failure(id);
            check(seen == null || seen == failure, "what was given");
            polled = slab.poll(id);
            if (seen != null) {
              checkEquals(Poll.FAILED, polled);
            }
            if (polled == Poll.FAILED) {
              check(slab.failure(id) == failure, "it is there");
            }
          });
      actors.atEnd(
          () -> {
            check(isFailed, "the owner was there");
            check(slab.abandon(id), "there is an outcome");
            checkIsFree();
            return polled;
          });
    }
  }

  /** The slot is used again at once, and whoever is late does not reach the next shot. */
  static final class UsedAgain extends OneSlab {
    private boolean isAbandoned;
    private long next;
    private Poll nextPoll = Poll.UNKNOWN;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            isAbandoned = slab.abandon(id);
            next = slab.tryAcquire();
            if (next != AnswerSlab.NONE) {
              nextPoll = slab.poll(next);
            }
          });
      actors.atEnd(
          () -> {
            check(isAbandoned, "its owner can give it up in any case");
            if (next == AnswerSlab.NONE) {
              check(!isSent, "the sender had it");
              checkIsFree();
              return "an orphan for a while";
            }
            checkEquals(Poll.PENDING, nextPoll);
            checkEquals(Poll.PENDING, slab.poll(next));
            return isSent ? "sent before" : "sent in vain";
          });
    }
  }

  /** Whoever ends a shot in vain is told so, and its slot is his until then. */
  static final class FailedInVain extends OneSlab {
    private boolean isFailed;
    private boolean isAbandoned;
    private long next;

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isFailed = slab.fail(id, new IllegalStateException()));
      actors.add(
          "owner",
          () -> {
            isAbandoned = slab.abandon(id);
            next = slab.tryAcquire();
          });
      actors.atEnd(
          () -> {
            check(isAbandoned, "its owner can give it up in any case");
            if (next == AnswerSlab.NONE) {
              check(!isFailed, "the sender had it");
              checkIsFree();
              return "an orphan for a while";
            }
            return isFailed ? "failed before" : "failed in vain";
          });
    }
  }

  /** The outcome is read, or given up, before the next shot's sender writes another one. */
  private abstract static class UsedByAnother extends OneSlab implements Wide {
    private boolean isSentNext;

    /** Ends the shot, once its outcome is there. */
    abstract void end();

    long acquire() {
      return slab.tryAcquire();
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            if (slab.poll(id) == Poll.READY) {
              end();
            }
          });
      actors.add("other", () -> isSentNext = slab.send(acquire(), OTHER));
      actors.atEnd(() -> isSentNext);
    }
  }

  static final class TakenAndUsedByAnother extends UsedByAnother {
    @Override
    void end() {
      checkEquals(VALUE, slab.take(id));
    }
  }

  static final class TakenAndReservedByAnother extends UsedByAnother {
    @Override
    void end() {
      checkEquals(VALUE, slab.take(id));
    }

    @Override
    long acquire() {
      return slab.tryAcquire(7);
    }
  }

  static final class DiscardedAndUsedByAnother extends UsedByAnother {
    @Override
    void end() {
      check(slab.abandon(id), "there is an outcome");
    }
  }

  /** Whoever gives a shot up late does not reach the next one. */
  static final class AbandonedByTwo extends OneSlab {
    private boolean isAbandoned;
    private boolean isAbandonedByOther;
    private long next;

    @Override
    public void setUp(Actors actors) {
      actors.add("other", () -> isAbandonedByOther = slab.abandon(id));
      actors.add(
          "owner",
          () -> {
            isAbandoned = slab.abandon(id);
            next = slab.tryAcquire();
          });
      actors.atEnd(
          () -> {
            check(isAbandoned != isAbandonedByOther, "one has given it up");
            checkEquals(Poll.PENDING, slab.poll(next));
            return isAbandoned;
          });
    }
  }

  static final class AcquiredByTwo extends OneSlab {
    private long first;
    private long second;

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      actors.add("first", () -> first = slab.tryAcquire());
      actors.add("second", () -> second = slab.tryAcquire());
      actors.atEnd(
          () -> {
            check((first == AnswerSlab.NONE) != (second == AnswerSlab.NONE), "one has it");
            return first != AnswerSlab.NONE;
          });
    }
  }

  /** What the owner did before it acquired happened before the sender's end, by the id alone. */
  static final class NamedByARace extends OneSlab {
    private int ownersData;
    private long next;

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      long expected = id + 1; // the next generation, of a slab with one slot
      Waker none = () -> {};
      actors.add(
          "owner",
          () -> {
            ownersData = VALUE;
            next = slab.tryAcquire();
            slab.poll(next, none);
          });
      actors.add(
          "sender",
          () -> {
            isSent = slab.send(expected, VALUE);
            if (isSent) {
              checkEquals(VALUE, ownersData);
            }
          });
      actors.atEnd(() -> isSent);
    }
  }

  /** Two take one outcome, against the rules: one has it, and the slot is given back once. */
  private abstract static class TakenTwice extends OneSlab {
    private String first = "";
    private String second = "";

    private String tryTake() {
      try {
        return String.valueOf(slab.take(id));
      } catch (IllegalStateException other) {
        return "none";
      }
    }

    @Override
    public void setUp(Actors actors) {
      slab.send(id, VALUE);
      actors.add("first", () -> first = tryTake());
      actors.add("second", () -> second = tryTake());
      actors.atEnd(
          () -> {
            check(first.equals("none") != second.equals("none"), "one has it");
            checkIsFree();
            return first;
          });
    }
  }

  static final class TakenByTwo extends TakenTwice {}

  static final class TakenByTwoAfterAWait extends TakenTwice {
    TakenByTwoAfterAWait() {
      slab.poll(id, new Count());
    }
  }
}
