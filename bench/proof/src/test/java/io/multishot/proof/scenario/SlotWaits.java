package io.multishot.proof.scenario;

import io.multishot.Poll;
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
}
