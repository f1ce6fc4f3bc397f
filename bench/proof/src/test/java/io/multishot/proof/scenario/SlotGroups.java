package io.multishot.proof.scenario;

import io.multishot.Awaitable;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import io.multishot.modelchecker.Mailbox;

/** One owner waits for shots of a slab together, or for some number of them. */
public final class SlotGroups {

  private SlotGroups() {}

  private abstract static class TwoIds extends CheckedScenario {
    static final int OTHER = 43;

    final AnswerSlab slab = AnswerSlab.open(2, 1);
    final SlabShot first = shotOf(slab);
    final SlabShot second = shotOf(slab);
    final ReceiverGroup group = ReceiverGroup.of(first, second);
    final Count waker = new Count();
    private int firstData;
    private int secondData;

    static SlabShot shotOf(AnswerSlab slab) {
      SlabShot shot = SlabShot.of(slab);
      shot.set(slab.tryAcquire());
      return shot;
    }

    void sendFirst(Actors actors) {
      long id = first.id();
      actors.add(
          "sender",
          () -> {
            firstData = VALUE;
            slab.send(id, VALUE);
          });
    }

    void sendSecond(Actors actors) {
      long id = second.id();
      actors.add(
          "other sender",
          () -> {
            secondData = OTHER;
            slab.send(id, OTHER);
          });
    }

    /** Takes a value that was shown, and with it what its sender had done before. */
    void take(int index) {
      checkEquals(index == 0 ? VALUE : OTHER, index == 0 ? firstData : secondData);
      checkEquals(index == 0 ? VALUE : OTHER, slab.take((index == 0 ? first : second).id()));
    }
  }

  static final class ForAnyId extends TwoIds implements Wide {
    private int found;

    @Override
    public void setUp(Actors actors) {
      sendFirst(actors);
      sendSecond(actors);
      actors.add(
          "owner",
          () -> {
            found = group.awaitAny();
            take(found);
          });
      actors.atEnd(
          () -> {
            take(1 - found);
            checkEquals(ReceiverGroup.IDLE, group.pollAny());
            checkEquals(0, slab.inFlight());
            return found;
          });
    }
  }

  /** The waker is run once, by the last of those that it waits for, or the owner sees them. */
  static final class ForAllWithAWaker extends TwoIds implements Wide {
    private boolean areThere;

    @Override
    public void setUp(Actors actors) {
      sendFirst(actors);
      sendSecond(actors);
      actors.add("owner", () -> areThere = group.pollAll(waker));
      actors.atEnd(
          () -> {
            checkEquals(areThere ? 0 : 1, waker.times);
            checkEquals(2, group.outcomes());
            return areThere;
          });
    }
  }

  /** One of three never comes. */
  static final class ForTwoOfThree extends TwoIds implements Wide {
    private final AnswerSlab silent = AnswerSlab.open(1, 2);
    private final ReceiverGroup three = ReceiverGroup.of((Awaitable) shotOf(silent), first, second);
    private boolean areThere;

    @Override
    public void setUp(Actors actors) {
      sendFirst(actors);
      sendSecond(actors);
      actors.add("owner", () -> areThere = three.pollAtLeast(2, waker));
      actors.atEnd(
          () -> {
            checkEquals(areThere ? 0 : 1, waker.times);
            checkEquals(3, three.abandonAll());
            checkEquals(0, silent.inFlight() + slab.inFlight());
            return areThere;
          });
    }
  }

  /** A thread that waits for two of three parks until they are there. */
  static final class ForTwoOfThreeInAThread extends TwoIds implements Wide {
    private final AnswerSlab silent = AnswerSlab.open(1, 2);
    private final ReceiverGroup three = ReceiverGroup.of((Awaitable) first, shotOf(silent), second);

    @Override
    public void setUp(Actors actors) {
      sendFirst(actors);
      sendSecond(actors);
      actors.add(
          "owner",
          () -> {
            three.awaitAtLeast(2);
            take(0);
            take(1);
          });
    }
  }

  /** A channel and a slab in one group. */
  static final class ForAChannelAndAnId extends OneChannel implements Wide {
    private final AnswerSlab slab = AnswerSlab.open(1, 1);
    private final SlabShot shot = TwoIds.shotOf(slab);
    private final ReceiverGroup group = ReceiverGroup.of(receiver, shot);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("other sender", () -> slab.send(shot.id(), 1));
      actors.add(
          "owner",
          () -> {
            group.awaitAll();
            checkIsShown();
            checkEquals(VALUE + 1L, receiver.take() + slab.take(shot.id()));
          });
    }
  }

  /** Somebody else abandons what is waited for. */
  static final class ForOneThatIsAbandoned extends TwoIds {
    private int found;

    @Override
    public void setUp(Actors actors) {
      long id = first.id();
      actors.add("another", () -> slab.abandon(id));
      actors.add("owner", () -> found = group.pollAny(waker));
      actors.atEnd(
          () -> {
            checkEquals(ReceiverGroup.PENDING, found);
            checkEquals(1, slab.inFlight());
            checkEquals(Poll.UNKNOWN, slab.poll(first.id()));
            slab.send(slab.tryAcquire(), VALUE); // in the same slot
            checkEquals(ReceiverGroup.PENDING, group.pollAny());
            return waker.times;
          });
    }
  }

  /** Whether its outcome came first or not, a loser's slot is free. */
  static final class OfALoser extends TwoIds {
    private boolean isSent;

    @Override
    public void setUp(Actors actors) {
      long id = first.id();
      actors.add("sender", () -> isSent = slab.send(id, VALUE));
      actors.add("owner", () -> checkEquals(2, group.abandonAll()));
      actors.atEnd(
          () -> {
            checkEquals(Poll.UNKNOWN, slab.poll(first.id()));
            checkEquals(0, slab.inFlight());
            return isSent;
          });
    }
  }

  /** The sender of a shot that was seen without its waking comes late into the next wait. */
  static final class WhileTheOldSenderIsWithinSend extends TwoIds implements Wide {
    private final Mailbox<Long> acquired = new Mailbox<>();
    private int woken;
    private int early;

    @Override
    public void setUp(Actors actors) {
      sendFirst(actors);
      actors.add("next sender", () -> slab.send(acquired.take(), OTHER));
      checkEquals(ReceiverGroup.PENDING, group.pollAny(waker));
      actors.add(
          "owner",
          () -> {
            if (slab.poll(first.id()) == Poll.READY) {
              slab.take(first.id());
              first.set(slab.tryAcquire());
              checkEquals(ReceiverGroup.PENDING, group.pollAny(this::wakeAgain));
              acquired.put(first.id());
            } else {
              acquired.put(second.id());
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(0, early);
            check(waker.times <= 1 && woken <= 1, "run once at most");
            checkEquals(1, Math.min(1, waker.times + woken));
            return waker.times + " " + woken;
          });
    }

    private void wakeAgain() {
      woken++;
      if (slab.poll(first.id()) == Poll.PENDING) {
        early++;
      }
    }
  }
}
