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
