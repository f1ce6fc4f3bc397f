package io.multishot.proof.scenario;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.modelchecker.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A slab's slots. */
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
            OneChannel.check(isSent, "the owner was there");
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
              OneChannel.checkEquals(VALUE, slab.take(id));
              OneChannel.checkEquals(Poll.UNKNOWN, slab.poll(id));
            }
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(polled == Poll.READY ? Poll.UNKNOWN : Poll.READY, slab.poll(id));
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
            OneChannel.check(isSent != isFailed, "one has ended it");
            OneChannel.checkEquals(isFailed ? "failure" : "value 42", received);
            checkIsFree();
            return received;
          });
    }
  }

  static final class TimedOut extends OneSlab {
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            try {
              received = "value " + slab.receive(id, 0, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
              received = "late";
            }
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(isSent, received.equals("value 42"));
            checkIsFree();
            return received;
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
            OneChannel.check(isAbandoned, "its owner can give it up in any case");
            if (next == AnswerSlab.NONE) {
              OneChannel.check(!isSent, "the sender had it");
              checkIsFree();
              return "an orphan for a while";
            }
            OneChannel.checkEquals(Poll.PENDING, nextPoll);
            OneChannel.checkEquals(Poll.PENDING, slab.poll(next));
            return isSent ? "sent before" : "sent in vain";
          });
    }
  }

  /** The owner registers, and registers another, while the sender is between claim and end. */
  static final class RegisteredAgain extends OneSlab {
    private final OneChannel.Count first = new OneChannel.Count();
    private final OneChannel.Count second = new OneChannel.Count();
    private boolean isWithdrawn;
    private Poll polledBefore = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            polledBefore = slab.poll(id, first);
            isWithdrawn = slab.withdraw(id);
            polled = slab.poll(id, second);
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(
                polledBefore == Poll.PENDING && !isWithdrawn ? 1 : 0, first.times);
            OneChannel.checkEquals(polled == Poll.PENDING ? 1 : 0, second.times);
            OneChannel.checkEquals(VALUE, slab.take(id));
            checkIsFree();
            return polledBefore + " " + isWithdrawn + " " + polled;
          });
    }
  }

  static final class Replaced extends OneSlab {
    private final OneChannel.Count first = new OneChannel.Count();
    private final OneChannel.Count second = new OneChannel.Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            slab.poll(id, first);
            polled = slab.poll(id, second);
          });
      actors.atEnd(
          () -> {
            OneChannel.check(first.times + second.times <= 1, "one is woken");
            OneChannel.checkEquals(polled == Poll.PENDING ? 1 : 0, second.times);
            return first.times + " " + polled;
          });
    }
  }

  /** Of two shots of one slot, each sender wakes who waits for its own. */
  static final class WokenEach extends OneSlab {
    private final OneChannel.Count first = new OneChannel.Count();
    private final OneChannel.Count second = new OneChannel.Count();
    private volatile long next;
    private Poll nextPoll = Poll.UNKNOWN;
    private boolean isSentNext;

    @Override
    public void setUp(Actors actors) {
      slab.poll(id, first);
      send(actors);
      actors.add(
          "owner",
          () -> {
            if (slab.poll(id) == Poll.READY) {
              slab.take(id);
              next = slab.tryAcquire();
              nextPoll = slab.poll(next, second);
            }
          });
      actors.add("other sender", () -> isSentNext = slab.send(next, OTHER));
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(1, first.times);
            OneChannel.checkEquals(isSentNext && nextPoll == Poll.PENDING ? 1 : 0, second.times);
            return nextPoll + " " + isSentNext;
          });
    }
  }

  static final class AbandonedByAnother extends OneSlab implements Wide {
    private String received = "";
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("other", () -> isAbandoned = slab.abandon(id));
      actors.add(
          "owner",
          () -> {
            try {
              received = "value " + slab.receive(id);
            } catch (IllegalStateException unknown) {
              received = "unknown";
            }
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(isAbandoned, received.equals("unknown"));
            checkIsFree();
            return received + " " + isSent;
          });
    }
  }

  /** An owner who registers late does not take the place of him who has the slot by now. */
  static final class RegisteredLate extends OneSlab {
    private final OneChannel.Count late = new OneChannel.Count();
    private final OneChannel.Count now = new OneChannel.Count();
    private long next;
    private Poll nextPoll = Poll.UNKNOWN;

    @Override
    public void setUp(Actors actors) {
      actors.add("late owner", () -> polled = slab.poll(id, late));
      actors.add(
          "owner",
          () -> {
            slab.abandon(id);
            next = slab.tryAcquire();
            nextPoll = slab.poll(next, now);
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(Poll.PENDING, nextPoll);
            OneChannel.checkEquals(0, now.times);
            OneChannel.checkEquals(polled == Poll.PENDING ? 1 : 0, late.times);
            OneChannel.check(slab.send(next, VALUE), "it is open");
            OneChannel.checkEquals(1, now.times);
            OneChannel.checkEquals(polled == Poll.PENDING ? 1 : 0, late.times);
            return polled;
          });
    }
  }

  static final class Handled extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            slab.onReceive(id, handler);
            isAbandoned = slab.abandon(id);
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(isAbandoned ? 0 : 1, handler.runs());
            checkIsFree();
            return handler.tell() + " " + isSent;
          });
    }
  }

  static final class HandledByAnExecutor extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            slab.onReceive(id, handler, Runnable::run);
            isWithdrawn = slab.withdraw(id);
          });
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(isWithdrawn ? 0 : 1, handler.runs());
            OneChannel.checkEquals(isWithdrawn ? Poll.READY : Poll.UNKNOWN, slab.poll(id));
            return handler.tell();
          });
    }
  }

  static final class RefusedByAnExecutor extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () ->
              slab.onReceive(
                  id,
                  handler,
                  task -> {
                    throw new Scenario.Tolerated("refused");
                  }));
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(0, handler.runs());
            OneChannel.checkEquals(Poll.READY, slab.poll(id));
            slab.onReceive(id, handler, Runnable::run);
            OneChannel.checkEquals(1, handler.runs());
            checkIsFree();
            return isSent;
          });
    }
  }

  static final class Promised extends OneSlab {
    private boolean isCancelled;
    private String got = "";

    @Override
    public void setUp(Actors actors) {
      CompletableFuture<Integer> future = slab.toFuture(id);
      send(actors);
      actors.add("owner", () -> isCancelled = future.cancel(false));
      actors.atEnd(
          () -> {
            OneChannel.check(future.isDone(), "it is completed");
            got = future.isCancelled() ? "cancelled" : "value " + future.join();
            OneChannel.checkEquals(isCancelled, got.equals("cancelled"));
            checkIsFree();
            return got + " " + isSent;
          });
    }
  }

  static final class Closed extends OneSlab {
    private String received = "";
    private long next;

    @Override
    public void setUp(Actors actors) {
      actors.add("closer", slab::close);
      actors.add(
          "owner",
          () -> {
            slab.abandon(id);
            next = slab.tryAcquire();
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
            OneChannel.checkEquals(AnswerSlab.NONE, slab.tryAcquire());
            OneChannel.checkEquals(0, slab.inFlight());
            return received;
          });
    }
  }

  /** As {@link Closed}, where the deadline is written before the shot is open. */
  static final class ClosedWhileReserved extends OneSlab {
    private String received = "";
    private long next;

    @Override
    public void setUp(Actors actors) {
      slab.abandon(id);
      actors.add("closer", slab::close);
      actors.add(
          "owner",
          () -> {
            next = slab.tryAcquire(7);
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
            OneChannel.checkEquals(0, slab.inFlight());
            return received;
          });
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
            OneChannel.checkEquals(isSent ? 0 : 1, expired);
            OneChannel.checkEquals(isSent ? "value 42" : "expired", received);
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
              OneChannel.checkEquals(Poll.PENDING, slab.poll(next));
            }
            return expired + (next == AnswerSlab.NONE ? " an orphan" : "");
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
            OneChannel.check(
                (first == AnswerSlab.NONE) != (second == AnswerSlab.NONE), "one has it");
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
              OneChannel.checkEquals(VALUE, ownersData);
            }
          });
      actors.atEnd(() -> isSent);
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
            OneChannel.check(
                (first == AnswerSlab.NONE) != (second == AnswerSlab.NONE), "one has it");
            boolean isFirst = first != AnswerSlab.NONE;
            OneChannel.checkEquals(0, slab.expire(6));
            OneChannel.checkEquals(isFirst ? 1 : 0, slab.expire(7));
            OneChannel.checkEquals(isFirst ? 0 : 1, slab.expire(8));
            return isFirst;
          });
    }
  }

  /** Two take one outcome, against the rules: one has it, and the slot is given back once. */
  static final class TakenByTwo extends OneSlab {
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
            OneChannel.check(first.equals("none") != second.equals("none"), "one has it");
            checkIsFree();
            return first;
          });
    }
  }

  /** As {@link TakenByTwo}, of a shot that somebody waited for. */
  static final class TakenByTwoAfterAWait extends OneSlab {
    private final OneChannel.Count waker = new OneChannel.Count();
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
      slab.poll(id, waker);
      slab.send(id, VALUE);
      actors.add("first", () -> first = tryTake());
      actors.add("second", () -> second = tryTake());
      actors.atEnd(
          () -> {
            OneChannel.check(first.equals("none") != second.equals("none"), "one has it");
            checkIsFree();
            return first;
          });
    }
  }

  static final class Interrupted extends OneSlab implements Wide {
    private String received = "";
    private boolean isPending;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      Thread owner =
          actors.add(
              "owner",
              () -> {
                try {
                  received = "value " + slab.receive(id);
                } catch (InterruptedException e) {
                  received = "interrupted";
                }
                isPending = Thread.interrupted();
              });
      actors.add("interrupter", () -> owner.interrupt());
      actors.atEnd(
          () -> {
            OneChannel.checkEquals(isSent, received.equals("value 42"));
            checkIsFree();
            return received + " " + isPending;
          });
    }
  }

  static final class AwaitedInTime extends OneSlab {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            polled = slab.await(id, 1, TimeUnit.SECONDS);
            if (polled == Poll.READY) {
              checkIsShown();
            }
          });
      actors.atEnd(
          () -> {
            OneChannel.check(isSent, "the shot stays open");
            OneChannel.checkEquals(VALUE, slab.take(id));
            checkIsFree();
            return polled;
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
            OneChannel.check(seen == null || seen == failure, "what was given");
            polled = slab.poll(id);
            if (seen != null) {
              OneChannel.checkEquals(Poll.FAILED, polled);
            }
          });
      actors.atEnd(
          () -> {
            OneChannel.check(isFailed, "the owner was there");
            OneChannel.check(slab.abandon(id), "there is an outcome");
            checkIsFree();
            return polled;
          });
    }
  }
}
