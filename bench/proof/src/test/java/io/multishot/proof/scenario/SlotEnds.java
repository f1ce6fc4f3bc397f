package io.multishot.proof.scenario;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import java.util.concurrent.CompletionException;

/** A slab's shots that the clock ends, or the closing of the slab. */
@SuppressWarnings("CheckReturnValue")
public final class SlotEnds {

  private SlotEnds() {}

  /** An owner acquires while another thread closes the slab. */
  private abstract static class ClosedMeanwhile extends OneSlab {
    private String received = "";

    abstract long acquire();

    @Override
    public void setUp(Actors actors) {
      actors.add("closer", slab::close);
      actors.add(
          "owner",
          () -> {
            long next = acquire();
            if (next == AnswerSlab.NONE) {
              received = "refused";
              return;
            }
            try {
              slab.receive(next);
              received = "value";
            } catch (DisconnectedException e) {
              received = "disconnected";
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(AnswerSlab.NONE, slab.tryAcquire());
            checkEquals(0, slab.inFlight());
            return received;
          });
    }
  }

  static final class Closed extends ClosedMeanwhile {
    @Override
    long acquire() {
      slab.abandon(id);
      return slab.tryAcquire();
    }
  }

  /** Its deadline is written before the shot is open. */
  static final class ClosedWhileReserved extends ClosedMeanwhile {
    ClosedWhileReserved() {
      slab.abandon(id);
    }

    @Override
    long acquire() {
      return slab.tryAcquire(7);
    }
  }

  static final class Expired extends OneSlab implements Wide {
    private static final long DEADLINE = 7;

    private long timed;
    private int expired;
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      timed = slab.tryAcquire(DEADLINE);
      actors.add("sender", () -> isSent = slab.send(timed, VALUE));
      actors.add("clock", () -> expired = slab.expire(DEADLINE));
      actors.add(
          "owner",
          () -> {
            try {
              received = "value " + slab.receive(timed);
            } catch (CompletionException e) {
              received = "expired";
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(isSent ? 0 : 1, expired);
            checkEquals(isSent ? "value 42" : "expired", received);
            return received;
          });
    }
  }

  /** The clock looks at the deadline of one shot, and does not end the next one of that slot. */
  static final class ExpiredLate extends OneSlab {
    private static final long DEADLINE = 7;

    private long timed;
    private long next;
    private int expired;

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      timed = slab.tryAcquire(DEADLINE);
      actors.add("clock", () -> expired = slab.expire(DEADLINE));
      actors.add(
          "owner",
          () -> {
            slab.abandon(timed);
            next = slab.tryAcquire(DEADLINE + 1);
          });
      actors.atEnd(
          () -> {
            if (next != AnswerSlab.NONE) {
              checkEquals(Poll.PENDING, slab.poll(next));
            }
            return expired + (next == AnswerSlab.NONE ? " an orphan" : "");
          });
    }
  }

  static final class AllFailed extends OneSlab {
    private int failed;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("other", () -> failed = slab.failAll(new IllegalStateException()));
      actors.atEnd(
          () -> {
            checkEquals(isSent ? 0 : 1, failed);
            checkEquals(isSent ? Poll.READY : Poll.FAILED, slab.poll(id));
            return failed;
          });
    }
  }

  /** The shot ends once, and when either has closed it the slab is closed. */
  static final class ClosedByTwo extends OneSlab {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      slab.poll(id, waker);
      actors.add(
          "closer",
          () -> {
            slab.close();
            checkEquals(AnswerSlab.NONE, slab.tryAcquire());
          });
      actors.add(
          "other closer",
          () -> {
            slab.close(new IllegalStateException());
            checkEquals(AnswerSlab.NONE, slab.tryAcquire());
          });
      actors.atEnd(
          () -> {
            checkEquals(1, waker.times);
            polled = slab.poll(id);
            check(slab.abandon(id), "there is an outcome");
            checkEquals(0, slab.inFlight());
            return polled;
          });
    }
  }

  static final class ReservedByTwo extends OneSlab {
    private long first;
    private long second;

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      actors.add("first", () -> first = slab.tryAcquire(7));
      actors.add("second", () -> second = slab.tryAcquire(8));
      actors.atEnd(
          () -> {
            check((first == AnswerSlab.NONE) != (second == AnswerSlab.NONE), "one has it");
            boolean isFirst = first != AnswerSlab.NONE;
            checkEquals(0, slab.expire(6));
            checkEquals(isFirst ? 1 : 0, slab.expire(7));
            checkEquals(isFirst ? 0 : 1, slab.expire(8));
            return isFirst;
          });
    }
  }
}
