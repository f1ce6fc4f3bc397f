package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.fixtures.HeldReference;
import io.multishot.modelchecker.Mailbox;
import org.jspecify.annotations.Nullable;

/** The receiver gives up. */
final class Abandoning {

  private static final HeldReference HELD = new HeldReference(ObjectChannel.Sender.class);

  private Abandoning() {}

  /** What the abandoned sender sends is seen in no later shot. */
  static final class ByRenewing extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            LongChannel.Sender next = receiver.renew();
            checkEquals(Poll.PENDING, receiver.poll());
            check(next.send(2), "the next shot is open");
            checkEquals(2L, receiver.take());
            receiver.sender().send(3);
            checkEquals(3L, receiver.take());
          });
      actors.atEnd(() -> isSent);
    }
  }

  /** Twice, with a waker left each time. */
  static final class ByRenewingTwice extends OneChannel {
    private final Count waker = new Count();
    private LongChannel.@Nullable Sender last;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            receiver.renew();
            last = receiver.renew();
          });
      actors.atEnd(
          () -> {
            check(waker.times <= (polled == Poll.PENDING ? 1 : 0), "run once at most");
            check(last != null && last.send(2), "the last is live");
            checkEquals(2L, receiver.take());
            return isSent;
          });
    }
  }

  /** What the sender is just sending does not reopen it. */
  static final class ByClosing extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            receiver.close();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            check(receiver.trySender() == null, "closed");
          });
      actors.atEnd(() -> isSent);
    }
  }

  /** A reference has one owner, who lets go of it. */
  static final class WhatHoldsAReference extends OneChannel {
    private final ObjectChannel.Receiver objects = ObjectChannel.open();
    private final ObjectChannel.Sender objectSender = objects.sender();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = objectSender.send("first"));
      actors.add("receiver", objects::close);
      actors.atEnd(
          () -> {
            check(HELD.of(objectSender) == null, "nobody is left to receive it");
            checkEquals(Poll.DISCONNECTED, objects.poll());
            return isSent;
          });
    }
  }

  static final class WhatHoldsAReferenceByRenewing extends OneChannel {
    private final ObjectChannel.Receiver objects = ObjectChannel.open();
    private final ObjectChannel.Sender objectSender = objects.sender();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = objectSender.send("first"));
      actors.add("receiver", objects::renew);
      actors.atEnd(
          () -> {
            check(HELD.of(objectSender) == null, "nobody is left to receive it");
            return isSent;
          });
    }
  }

  static final class WhileTheSenderCloses extends OneChannel {
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.close();
            sender.close();
          });
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            receiver.close();
            receiver.close();
          });
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            check(sender.isAbandoned(), "closed");
            return waker.times;
          });
    }
  }

  static final class WhileTheSenderFails extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      fail(actors, new IllegalStateException());
      actors.add("receiver", () -> receiver.renew().send(2));
      actors.atEnd(
          () -> {
            checkEquals(2L, receiver.take());
            return isSent;
          });
    }
  }

  /** The sender hears of it: by its waker, on whichever thread comes second. */
  static final class AsTheSenderIsTold extends OneChannel {
    private final Count told = new Count();
    private int receiversData;
    private int sendersData;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sendersData = 1;
            sender.onAbandoned(this::tell);
          });
      actors.add(
          "receiver",
          () -> {
            receiversData = 1;
            receiver.close();
          });
      actors.atEnd(
          () -> {
            checkEquals(1, told.times);
            return "told";
          });
    }

    private void tell() {
      checkEquals(1, receiversData);
      checkEquals(1, sendersData);
      check(sender.isAbandoned(), "abandoned");
      told.wake();
    }
  }

  static final class AsTheSenderIsToldByRenewing extends OneChannel implements Waiting {
    private final Count first = new Count();
    private final Count second = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(first);
            sender.onAbandoned(second);
          });
      actors.add("receiver", receiver::renew);
      actors.atEnd(
          () -> {
            check(first.times <= 1 && second.times <= 1, "each once at most");
            check(second.times == 1 || first.times == 1, "told");
            return first.times + " " + second.times;
          });
    }
  }

  /** Whoever sends in time is not told; who is told has not sent. */
  static final class AsTheSenderSends extends OneChannel implements Waiting {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(told);
            isSent = sender.send(VALUE);
          });
      actors.add("receiver", receiver::close);
      actors.atEnd(
          () -> {
            check(told.times == 0 || !isSent, "told, and sent");
            check(told.times <= 1, "told once at most");
            return isSent + " " + told.times;
          });
    }
  }

  /** What an abandonment's waker was left for must not be told to a later shot. */
  static final class AfterTheSenderHasSent extends OneChannel {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(told);
            isSent = sender.send(VALUE);
          });
      actors.add(
          "receiver",
          () -> {
            checkEquals((long) VALUE, receiver.receive());
            receiver.sender();
            receiver.renew();
          });
      actors.atEnd(
          () -> {
            checkEquals(0, told.times);
            return isSent;
          });
    }
  }

  /** What a shot stands for is not taken for another one. */
  static final class AShot extends OneChannel {
    private boolean isUsedAgain;

    @Override
    @SuppressWarnings("multishot")
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            LongChannel.Shot shot = sender.shot();
            isSent = shot.send(VALUE);
            try {
              shot.send(VALUE + 1);
              isUsedAgain = true;
            } catch (IllegalStateException e) {
              check(!isUsedAgain, "used up");
            }
          });
      actors.add(
          "receiver",
          () -> {
            LongChannel.Sender again = receiver.trySender();
            if (again != null) {
              receiver.renew();
            }
          });
      actors.atEnd(
          () -> {
            check(!isUsedAgain, "a shot has one outcome");
            return isSent;
          });
    }
  }

  /** A shot that is made of an abandoned sender is that one still: it is sent in vain. */
  static final class AShotMadeLate extends OneChannel {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            try (LongChannel.Shot shot = sender.shot()) {
              isSent = shot.send(VALUE);
            }
          });
      actors.add("receiver", () -> receiver.renew());
      actors.atEnd(() -> isSent);
    }
  }

  /** Against the rule; but one is told. */
  static final class WhatIsUsedByTwo extends OneChannel {
    private boolean isFirstSent;
    private boolean isSecondSent;
    private int refused;

    @Override
    public void setUp(Actors actors) {
      Mailbox<Integer> refusals = new Mailbox<>();
      actors.add(
          "sender",
          () -> {
            try {
              isFirstSent = sender.fail(new IllegalStateException("first"));
            } catch (IllegalStateException e) {
              refusals.put(1);
            }
          });
      actors.add(
          "other sender",
          () -> {
            try {
              isSecondSent = sender.fail(new IllegalStateException("second"));
            } catch (IllegalStateException e) {
              refusals.put(2);
            }
          });
      actors.add("observer", () -> refused = refusals.take());
      actors.atEnd(
          () -> {
            check(isFirstSent != isSecondSent, "one has sent");
            checkEquals(isFirstSent ? 2 : 1, refused);
            return refused;
          });
    }
  }
}
