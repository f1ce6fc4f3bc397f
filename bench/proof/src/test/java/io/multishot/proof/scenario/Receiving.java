package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.Spins;
import io.multishot.modelchecker.Mailbox;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The receiver blocks. */
final class Receiving {

  private Receiving() {}

  static final class AValue extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            checkEquals((long) VALUE, receiver.receive());
            checkIsShown();
          });
      actors.atEnd(() -> isSent);
    }
  }

  static final class AFailure extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      IOException failure = new IOException();
      fail(actors, failure);
      actors.add(
          "receiver",
          () -> {
            try {
              receiver.receive();
              throw new AssertionError("no failure");
            } catch (CompletionException e) {
              check(e.getCause() == failure, "the failure that was given");
            }
          });
      actors.atEnd(() -> isSent);
    }
  }

  static final class ADisconnect extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      disconnect(actors);
      actors.add(
          "receiver",
          () -> {
            checkEquals(Poll.DISCONNECTED, receiver.await());
            checkIsShown();
          });
    }
  }

  /** Against the rule of one owner; but one is told, and the other does not hang. */
  static final class ByTwoAtOnce extends OneChannel {
    private int refused;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      Mailbox<Integer> refusals = new Mailbox<>();
      for (int i = 1; i <= 2; i++) {
        int id = i;
        actors.add(
            "receiver " + id,
            () -> {
              try {
                checkEquals(Poll.READY, receiver.await());
              } catch (IllegalStateException e) {
                refusals.put(id);
              }
            });
      }
      actors.atEnd(
          () -> {
            refused += refusals.isEmpty() ? 0 : refusals.take();
            check(refused <= 2, "one is refused at most");
            checkEquals((long) VALUE, receiver.take());
            return refused;
          });
    }
  }

  /** Looking first, as a trial of spinning does, and parking then. */
  static final class SpinningFirst extends OneChannel implements Waiting {
    private final SpinningLongChannel.Receiver spinning = SpinningLongChannel.open();
    private final SpinningLongChannel.Sender spinningSender = spinning.sender();

    @Override
    public void setUp(Actors actors) {
      Spins.makeNextATrial(spinning);
      actors.add("sender", () -> isSent = spinningSender.send(VALUE));
      actors.add("receiver", () -> checkEquals((long) VALUE, spinning.receive()));
      actors.atEnd(() -> isSent);
    }
  }

  static final class SpinningOnly extends OneChannel implements Waiting {
    private final BusyLongChannel.Receiver busy = BusyLongChannel.open();
    private final BusyLongChannel.Sender busySender = busy.sender();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = busySender.send(VALUE));
      actors.add("receiver", () -> checkEquals((long) VALUE, busy.receive()));
      actors.atEnd(() -> isSent);
    }
  }

  /** A waker that was left before is not run any more. */
  static final class InAWakersPlace extends OneChannel {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            checkEquals((long) VALUE, receiver.receive());
          });
      actors.atEnd(
          () -> {
            check(waker.times <= (polled == Poll.PENDING ? 1 : 0), "run once at most");
            return waker.times;
          });
    }
  }

  /** Values that lose the race against the time are there for the next call. */
  static final class ForSomeTime extends OneChannel {
    private boolean isLate;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            try {
              checkEquals((long) VALUE, receiver.receive(1, TimeUnit.MICROSECONDS));
            } catch (TimeoutException e) {
              isLate = true;
              checkEquals((long) VALUE, receiver.receive());
            }
          });
      actors.atEnd(() -> isLate ? "late" : "in time");
    }
  }

  static final class ForNoTime extends OneChannel {
    private boolean isLate;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            try {
              checkEquals((long) VALUE, receiver.receive(0, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
              isLate = true;
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(isLate ? Poll.READY : Poll.DISCONNECTED, receiver.poll());
            return isLate ? "late" : "in time";
          });
    }
  }

  static final class AndInterrupted extends OneChannel {
    private boolean isInterrupted;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      Thread thread =
          actors.add(
              "receiver",
              () -> {
                try {
                  checkEquals((long) VALUE, receiver.receive());
                } catch (InterruptedException e) {
                  isInterrupted = true;
                  checkEquals((long) VALUE, receiver.receive());
                }
              });
      actors.add("interrupter", () -> thread.interrupt());
      actors.atEnd(() -> isInterrupted ? "interrupted" : "received");
    }
  }

  /** An interrupt alone ends the wait, and the shot stays open. */
  static final class InterruptedOnly extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      Thread thread =
          actors.add(
              "receiver",
              () -> {
                try {
                  receiver.await();
                  throw new AssertionError("no outcome was to come");
                } catch (InterruptedException e) {
                  checkEquals(Poll.PENDING, receiver.poll());
                }
              });
      actors.add("interrupter", () -> thread.interrupt());
      actors.atEnd(() -> sender.send(VALUE) ? receiver.take() : "lost");
    }
  }

  static final class Uninterruptibly extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      Thread thread =
          actors.add(
              "receiver", () -> checkEquals((long) VALUE, receiver.receiveUninterruptibly()));
      actors.add("interrupter", () -> thread.interrupt());
      actors.atEnd(() -> isSent);
    }
  }
}
