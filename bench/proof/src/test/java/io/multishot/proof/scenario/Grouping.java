package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.TimeUnit;

/** One owner waits for two receivers together. */
final class Grouping {

  private Grouping() {}

  private abstract static class TwoChannels extends OneChannel implements Wide {
    final LongChannel.Receiver other = LongChannel.open();
    final LongChannel.Sender otherSender = other.sender();
    final ReceiverGroup group = ReceiverGroup.of(receiver, other);
    private int othersData;

    void sendBoth(Actors actors) {
      send(actors);
      sendOther(actors);
    }

    void sendOther(Actors actors) {
      actors.add(
          "other sender",
          () -> {
            othersData = 2;
            otherSender.send(2);
          });
    }

    /** Takes a value that was shown, and with it what its sender had done before. */
    long take(int index) {
      if (index == 0) {
        checkIsShown();
      } else {
        checkEquals(2, othersData);
      }
      return index == 0 ? receiver.take() : other.take();
    }
  }

  static final class ForAny extends TwoChannels {
    private int first;

    @Override
    public void setUp(Actors actors) {
      sendBoth(actors);
      actors.add(
          "owner",
          () -> {
            first = group.awaitAny();
            checkEquals(first == 0 ? (long) VALUE : 2L, take(first));
          });
      actors.atEnd(
          () -> {
            checkEquals(first == 0 ? 2L : (long) VALUE, take(1 - first));
            checkEquals(ReceiverGroup.IDLE, group.pollAny());
            return first;
          });
    }
  }

  /** One of them never sends. */
  static final class ForAnyOfWhichOneIsSilent extends TwoChannels {
    @Override
    public void setUp(Actors actors) {
      sendOther(actors);
      actors.add(
          "owner",
          () -> {
            checkEquals(1, group.awaitAny());
            checkEquals(2L, take(1));
            checkEquals(Poll.PENDING, receiver.poll());
          });
    }
  }

  static final class ForAll extends TwoChannels {
    @Override
    public void setUp(Actors actors) {
      sendBoth(actors);
      actors.add(
          "owner",
          () -> {
            group.awaitAll();
            checkEquals(VALUE + 2L, take(0) + take(1));
          });
    }
  }

  static final class ForAnyWithAWaker extends TwoChannels {
    private final Count waker = new Count();
    private int found;

    @Override
    public void setUp(Actors actors) {
      sendBoth(actors);
      actors.add("owner", () -> found = group.pollAny(waker));
      actors.atEnd(
          () -> {
            checkEquals(found == ReceiverGroup.PENDING ? 1 : 0, waker.times);
            return found;
          });
    }
  }

  static final class ForAllWithAWaker extends TwoChannels {
    private final Count waker = new Count();
    private boolean areThere;

    @Override
    public void setUp(Actors actors) {
      sendBoth(actors);
      actors.add("owner", () -> areThere = group.pollAll(waker));
      actors.atEnd(
          () -> {
            checkEquals(areThere ? 0 : 1, waker.times);
            return areThere;
          });
    }
  }

  /** A sender of a wait that is over must not count in the next. */
  static final class Again extends TwoChannels {
    private final Count first = new Count();
    private final Count second = new Count();
    private boolean areThere;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            int found = group.pollAny(first);
            group.withdraw();
            check(found != 1, "nobody has sent there");
            areThere = group.pollAll(second);
          });
      actors.atEnd(
          () -> {
            check(!areThere, "one is silent");
            check(first.times <= 1, "run once at most");
            checkEquals(0, second.times);
            otherSender.send(2);
            checkEquals(1, second.times);
            return first.times;
          });
    }
  }

  static final class ForSomeTime extends TwoChannels {
    private int found;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            found = group.awaitAny(1, TimeUnit.MICROSECONDS);
            checkEquals((long) VALUE, receiver.receive());
          });
      actors.atEnd(() -> found);
    }
  }

  /** The same receiver in two shots of one group. */
  static final class ForTwoShots extends TwoChannels {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.send(1);
            armed.take().send(2);
          });
      actors.add(
          "owner",
          () -> {
            checkEquals(0, group.awaitAny());
            checkEquals(1L, receiver.take());
            armed.put(receiver.sender());
            checkEquals(0, group.awaitAny());
            checkEquals(2L, receiver.take());
          });
    }
  }

  /** One owner begins to wait, and the next one closes a receiver that is waited for. */
  abstract static class EndedMeanwhile extends TwoChannels {
    private final Mailbox<String> handedOn = new Mailbox<>();
    private final Count waker = new Count();
    private boolean isRegistered;

    abstract boolean register(Count waiter);

    abstract void end();

    @Override
    public void setUp(Actors actors) {
      sendOther(actors);
      actors.add(
          "owner",
          () -> {
            isRegistered = register(waker);
            handedOn.put("all");
          });
      actors.add(
          "next owner",
          () -> {
            handedOn.take();
            end();
          });
      actors.atEnd(
          () -> {
            checkEquals(isRegistered ? 1 : 0, waker.times);
            return isRegistered;
          });
    }
  }

  static final class ForAnyOfWhichOneIsClosed extends EndedMeanwhile {
    @Override
    boolean register(Count waiter) {
      return group.pollAny(waiter) == ReceiverGroup.PENDING;
    }

    @Override
    void end() {
      receiver.close();
    }
  }

  static final class ForAnyOfWhichOneIsRenewed extends EndedMeanwhile {
    @Override
    boolean register(Count waiter) {
      return group.pollAny(waiter) == ReceiverGroup.PENDING;
    }

    @Override
    void end() {
      receiver.renew();
    }
  }

  static final class ForAllOfWhichOneIsClosed extends EndedMeanwhile {
    @Override
    boolean register(Count waiter) {
      return !group.pollAll(waiter);
    }

    @Override
    void end() {
      receiver.close();
    }
  }

  /** Nobody sends: the owner who closes is woken by nobody but itself. */
  static final class ForAnyOfWhichAllAreClosed extends TwoChannels {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "owner",
          () -> {
            checkEquals(ReceiverGroup.PENDING, group.pollAny(waker));
            receiver.close();
            other.close();
          });
      actors.add("sender", () -> check(!sender.isAbandoned() || !sender.send(VALUE), "in vain"));
      actors.atEnd(
          () -> {
            checkEquals(1, waker.times);
            checkEquals(ReceiverGroup.IDLE, group.pollAny());
            return waker.times;
          });
    }
  }

  /** The sender of a shot that was seen without its waking comes late into the next wait. */
  static final class WhileTheOldSenderIsWithinSend extends TwoChannels {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private final Count first = new Count();
    private int second;
    private int early;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> armed.take().send(2));
      checkEquals(ReceiverGroup.PENDING, group.pollAny(first));
      actors.add(
          "owner",
          () -> {
            if (receiver.poll() == Poll.READY) {
              checkEquals((long) VALUE, receiver.take());
              LongChannel.Sender next = receiver.sender();
              checkEquals(ReceiverGroup.PENDING, group.pollAny(this::wakeSecond));
              armed.put(next);
            } else {
              armed.put(otherSender);
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(0, early);
            check(first.times <= 1 && second <= 1, "run once at most");
            checkEquals(1, Math.min(1, first.times + second));
            return first.times + " " + second;
          });
    }

    private void wakeSecond() {
      second++;
      if (receiver.poll() == Poll.PENDING) {
        early++;
      }
    }
  }
}
