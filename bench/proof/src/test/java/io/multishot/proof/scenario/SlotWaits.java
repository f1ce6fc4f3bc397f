package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.Spins;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Owners of a slab's shots that wait, and those that come late. */
@SuppressWarnings("CheckReturnValue")
public final class SlotWaits {

  private SlotWaits() {}

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
            checkEquals(isSent, received.equals("value 42"));
            checkIsFree();
            return received;
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
            check(isSent, "the shot stays open");
            checkEquals(VALUE, slab.take(id));
            checkIsFree();
            return polled;
          });
    }
  }

  static final class PolledWithAWaker extends OneSlab {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            polled = slab.poll(id, waker);
            if (polled == Poll.READY) {
              checkIsShown();
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING ? 1 : 0, waker.times);
            checkEquals(VALUE, slab.take(id));
            checkIsFree();
            return polled;
          });
    }
  }

  /** Looking first, as a trial of spinning does, and parking then. */
  static final class SpinningFirst extends CheckedScenario implements Wide {
    private final SpinningAnswerSlab slab = SpinningAnswerSlab.open(1, 1);
    private final long id = slab.tryAcquire();
    private int received;

    @Override
    public void setUp(Actors actors) {
      Spins.makeNextATrial(slab);
      actors.add("sender", () -> slab.send(id, VALUE));
      actors.add("owner", () -> received = slab.receive(id));
      actors.atEnd(() -> received);
    }
  }

  /** It never parks. */
  static final class SpinningOnly extends CheckedScenario implements Wide {
    private final BusyAnswerSlab slab = BusyAnswerSlab.open(1, 1);
    private final long id = slab.tryAcquire();
    private int received;

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> slab.send(id, VALUE));
      actors.add("owner", () -> received = slab.receive(id));
      actors.atEnd(() -> received);
    }
  }

  /** Nobody sends. */
  static final class InterruptedInVain extends OneSlab {
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      Thread owner =
          actors.add(
              "owner",
              () -> {
                try {
                  received = String.valueOf(slab.await(id));
                } catch (InterruptedException e) {
                  received = "interrupted";
                }
              });
      actors.add("interrupter", () -> owner.interrupt());
      actors.atEnd(
          () -> {
            checkEquals(Poll.PENDING, slab.poll(id));
            check(slab.abandon(id), "the shot stays open");
            checkIsFree();
            return received;
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
            checkEquals(isSent, received.equals("value 42"));
            checkIsFree();
            return received + " " + isPending;
          });
    }
  }

  /** The owner registers, and registers another, while the sender is between claim and end. */
  static final class RegisteredAgain extends OneSlab {
    private final Count first = new Count();
    private final Count second = new Count();
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
            checkEquals(polledBefore == Poll.PENDING && !isWithdrawn ? 1 : 0, first.times);
            checkEquals(polled == Poll.PENDING ? 1 : 0, second.times);
            checkEquals(VALUE, slab.take(id));
            checkIsFree();
            return polledBefore + " " + isWithdrawn + " " + polled;
          });
    }
  }

  static final class Replaced extends OneSlab {
    private final Count first = new Count();
    private final Count second = new Count();

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
            check(first.times + second.times <= 1, "one is woken");
            checkEquals(polled == Poll.PENDING ? 1 : 0, second.times);
            return first.times + " " + polled;
          });
    }
  }

  /** Of two shots of one slot, each sender wakes who waits for its own. */
  static final class WokenEach extends OneSlab {
    private final Count first = new Count();
    private final Count second = new Count();
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
            checkEquals(1, first.times);
            checkEquals(isSentNext && nextPoll == Poll.PENDING ? 1 : 0, second.times);
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
            checkEquals(isAbandoned, received.equals("unknown"));
            checkIsFree();
            return received + " " + isSent;
          });
    }
  }

  /** An owner who registers late does not take the place of him who has the slot by now. */
  static final class RegisteredLate extends OneSlab {
    private final Count late = new Count();
    private final Count now = new Count();
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
            checkEquals(Poll.PENDING, nextPoll);
            checkEquals(0, now.times);
            checkEquals(polled == Poll.PENDING ? 1 : 0, late.times);
            check(slab.send(next, VALUE), "it is open");
            checkEquals(1, now.times);
            checkEquals(polled == Poll.PENDING ? 1 : 0, late.times);
            return polled;
          });
    }
  }

  /** An owner who comes late is not told of a misuse because another one waits for his own shot. */
  private abstract static class WhileTheNextIsHandled extends OneSlab {
    final Count first = new Count();
    final Count second = new Count();
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private long next;

    WhileTheNextIsHandled() {
      slab.poll(id, first);
    }

    abstract void comeLate() throws InterruptedException;

    @Override
    public void setUp(Actors actors) {
      actors.add("late owner", this::comeLate);
      actors.add(
          "owner",
          () -> {
            slab.abandon(id);
            next = slab.tryAcquire();
            slab.onReceive(next, handler);
          });
      actors.atEnd(
          () -> {
            check(slab.send(next, VALUE), "it is open");
            checkEquals(1, handler.values);
            checkIsFree();
            return first.times + " " + second.times + " " + polled;
          });
    }
  }

  static final class ReplacedLate extends WhileTheNextIsHandled {
    @Override
    void comeLate() {
      polled = slab.poll(id, second);
    }
  }

  static final class AwaitedLate extends WhileTheNextIsHandled {
    @Override
    void comeLate() throws InterruptedException {
      polled = slab.await(id, 0, TimeUnit.SECONDS);
    }
  }

  /** Whoever gives a shot up tells him who waits then, not him who waited before. */
  static final class AbandonedAsAnotherRegisters extends OneSlab {
    private final Count first = new Count();
    private final Count second = new Count();
    private boolean isAbandoned;
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      slab.poll(id, first);
      actors.add("other", () -> isAbandoned = slab.abandon(id));
      actors.add(
          "owner",
          () -> {
            isWithdrawn = slab.withdraw(id);
            polled = slab.poll(id, second);
          });
      actors.atEnd(
          () -> {
            check(isAbandoned, "it was there");
            checkEquals(isWithdrawn ? 0 : 1, first.times);
            checkEquals(polled == Poll.PENDING ? 1 : 0, second.times);
            checkIsFree();
            return isWithdrawn + " " + polled;
          });
    }
  }

  /** Two owners of a slot, one after the other, have the same waker, as in one event loop. */
  private abstract static class SharedWaker extends OneSlab implements Wide {
    final Count waker = new Count();
    private long next;

    abstract void comeLate();

    @Override
    public void setUp(Actors actors) {
      slab.poll(id, waker);
      actors.add("late owner", this::comeLate);
      actors.add(
          "owner",
          () -> {
            slab.abandon(id);
            next = slab.tryAcquire();
            slab.poll(next, waker);
          });
      actors.atEnd(
          () -> {
            int before = waker.times;
            check(slab.send(next, OTHER), "it is open");
            checkEquals(before + 1, waker.times);
            checkEquals(OTHER, slab.take(next));
            checkIsFree();
            return before;
          });
    }
  }

  static final class WithdrawnLate extends SharedWaker {
    @Override
    void comeLate() {
      slab.withdraw(id);
    }
  }

  static final class RegisteredAgainLate extends SharedWaker {
    @Override
    void comeLate() {
      slab.withdraw(id);
      slab.poll(id, waker);
    }
  }
}
