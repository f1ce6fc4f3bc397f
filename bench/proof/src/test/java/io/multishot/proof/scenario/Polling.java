package io.multishot.proof.scenario;

import io.multishot.Poll;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The receiver looks, and leaves a waker. */
final class Polling {

  private Polling() {}

  static final class WithoutAWaker extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll();
            if (polled == Poll.READY) {
              checkIsShown();
              checkEquals((long) VALUE, receiver.peek());
              checkEquals((long) VALUE, receiver.take());
            }
          });
      actors.atEnd(
          () -> {
            check(isSent, "the receiver was there");
            checkEquals(polled == Poll.READY ? Poll.DISCONNECTED : Poll.READY, receiver.poll());
            return polled;
          });
    }
  }

  static final class FieldByField extends OneChannel {
    private final MessageChannel.Receiver messages = MessageChannel.open();
    private final MessageChannel.Sender messageSender = messages.sender();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> messageSender.send(7, 8));
      actors.add(
          "receiver",
          () -> {
            polled = messages.poll();
            if (polled == Poll.READY) {
              checkEquals(7L, messages.peek().bid());
              checkEquals(8, messages.peek().size());
              Declarations.AMessage view = messages.take();
              checkEquals(15L, view.bid() + view.size());
            }
          });
      actors.atEnd(() -> polled);
    }
  }

  static final class ForAFailure extends OneChannel {
    private final IOException failure = new IOException();

    @Override
    public void setUp(Actors actors) {
      fail(actors, failure);
      actors.add(
          "receiver",
          () -> {
            Throwable seen = receiver.failure();
            if (seen != null) {
              check(seen == failure, "what was given");
              checkIsShown();
            }
            polled = receiver.poll();
          });
      actors.atEnd(
          () -> {
            check(isSent, "the receiver was there");
            checkEquals(Poll.FAILED, receiver.poll());
            return polled;
          });
    }
  }

  static final class ForADisconnect extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      disconnect(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll();
            if (polled == Poll.DISCONNECTED) {
              checkIsShown();
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return polled;
          });
    }
  }

  static final class WithAWaker extends OneChannel {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            if (polled == Poll.READY) {
              checkIsShown();
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING ? 1 : 0, waker.times);
            checkEquals((long) VALUE, receiver.take());
            return polled;
          });
    }
  }

  /** On a padded channel. */
  static final class WithAWakerPadded extends OneChannel {
    private final PaddedLongChannel.Receiver padded = PaddedLongChannel.open();
    private final PaddedLongChannel.Sender paddedSender = padded.sender();
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = paddedSender.send(VALUE));
      actors.add("receiver", () -> polled = padded.poll(waker));
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING ? 1 : 0, waker.times);
            checkEquals((long) VALUE, padded.take());
            return polled;
          });
    }
  }

  static final class WithAWakerForADisconnect extends OneChannel {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      disconnect(actors);
      actors.add("receiver", () -> polled = receiver.poll(waker));
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING ? 1 : 0, waker.times);
            return polled;
          });
    }
  }

  /** Each call that returns PENDING puts its waker in the place of the one before. */
  static final class WithWakersReplaced extends OneChannel {
    private final Count[] wakers = {new Count(), new Count(), new Count()};
    private int registered = -1;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            while (registered + 1 < wakers.length
                && receiver.poll(wakers[registered + 1]) == Poll.PENDING) {
              registered++;
            }
          });
      actors.atEnd(
          () -> {
            for (int i = 0; i < wakers.length; i++) {
              checkEquals(i == registered ? 1 : 0, wakers[i].times);
            }
            return registered;
          });
    }
  }

  /** The waker registered once more, and a look without having been woken. */
  static final class WithTheSameWakerAgain extends OneChannel {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            Poll again = receiver.poll(waker);
            if (again == Poll.READY) {
              checkEquals((long) VALUE, receiver.take());
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING ? 1 : 0, waker.times);
            return polled;
          });
    }
  }

  /** The receiver goes to the sender's thread with the waker: it takes the value there. */
  static final class FromWithinTheWaker extends OneChannel {
    private long taken;
    private int ownersData;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            ownersData = 1;
            polled = receiver.poll(this::takeIt);
            if (polled == Poll.READY) {
              takeIt();
            }
          });
      actors.atEnd(
          () -> {
            checkEquals((long) VALUE, taken);
            return polled;
          });
    }

    private void takeIt() {
      checkEquals(1, ownersData++);
      taken = receiver.take();
    }
  }

  static final class AndWithdrawing extends OneChannel {
    private final Count waker = new Count();
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            isWithdrawn = receiver.withdraw();
          });
      actors.atEnd(
          () -> {
            checkEquals(polled == Poll.PENDING && !isWithdrawn ? 1 : 0, waker.times);
            checkEquals((long) VALUE, receiver.take());
            return polled + (isWithdrawn ? " withdrawn" : "");
          });
    }
  }

  static final class WithAWakerThatThrows extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () ->
              polled =
                  receiver.poll(
                      () -> {
                        throw new Tolerated("a waker's own fault");
                      }));
      actors.atEnd(
          () -> {
            check(isSent, "what the waker throws is not the sender's");
            checkEquals((long) VALUE, receiver.take());
            return polled;
          });
    }
  }

  /** To take is to look as well. */
  static final class ByTakingAtOnce extends OneChannel {
    private boolean isTaken;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            try {
              checkEquals((long) VALUE, receiver.take());
              isTaken = true;
              checkIsShown();
            } catch (IllegalStateException e) {
              checkEquals(
                  "no value yet: take() when poll() is READY, or receive()",
                  String.valueOf(e.getMessage()));
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(isTaken ? Poll.DISCONNECTED : Poll.READY, receiver.poll());
            return isTaken;
          });
    }
  }

  /** The view of an earlier message tells nothing of the next one but as a whole. */
  static final class ThroughAnOldView extends OneChannel {
    private final MessageChannel.Receiver messages = MessageChannel.open();
    private Declarations.@Nullable AMessage view;
    private MessageChannel.@Nullable Sender next;

    @Override
    public void setUp(Actors actors) {
      messages.sender().send(1, 2);
      view = messages.take();
      next = messages.sender();
      actors.add(
          "sender",
          () -> {
            if (next != null) {
              isSent = next.send(3, 4);
            }
          });
      actors.add(
          "receiver",
          () -> {
            if (view != null) {
              try {
                long bid = view.bid();
                checkEquals(3L, bid);
              } catch (IllegalStateException e) {
                checkEquals(Poll.PENDING, polled);
              }
            }
          });
      actors.atEnd(() -> isSent);
    }
  }
}
