package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.fixtures.HeldReference;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The receiver arms the next shot. */
final class Recycling {

  private static final HeldReference HELD = new HeldReference(ObjectChannel.Sender.class);

  private Recycling() {}

  /** Three shots between two threads that wait for each other. */
  static final class ThreeShots extends OneChannel {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.send(1);
            armed.take().send(2);
            armed.take().send(3);
          });
      actors.add(
          "receiver",
          () -> {
            checkEquals(1L, receiver.receive());
            armed.put(receiver.sender());
            checkEquals(2L, receiver.receive());
            armed.put(receiver.sender());
            checkEquals(3L, receiver.receive());
          });
    }
  }

  /**
   * The receiver sees the value without having been woken, and goes on while the sender is still
   * within {@code send}. The next shot's waker is woken once, and by that shot's sender.
   */
  static final class WhileTheOldSenderIsWithinSend extends OneChannel {
    private final Count first = new Count();
    private final Count second = new Count();
    private @Nullable Poll next;
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> armed.take().send(2));
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(first);
            if (receiver.poll() == Poll.READY) {
              checkEquals((long) VALUE, receiver.take());
            } else {
              receiver.withdraw();
              receiver.renew().close();
            }
            armed.put(receiver.sender());
            next = receiver.poll(second);
          });
      actors.atEnd(
          () -> {
            check(first.times <= 1, "the first waker has run " + first.times + " times");
            checkEquals(next == Poll.PENDING ? 1 : 0, second.times);
            checkEquals(2L, receiver.take());
            return polled + " " + next + " " + first.times;
          });
    }
  }

  /** The same in the place of the thread: a permit of one shot comes in the next. */
  static final class WithAStalePermit extends OneChannel {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> armed.take().send(2));
      actors.add(
          "receiver",
          () -> {
            Poll early = receiver.await(1, TimeUnit.MICROSECONDS);
            if (early == Poll.PENDING) {
              receiver.await();
            }
            checkEquals((long) VALUE, receiver.take());
            armed.put(receiver.sender());
            checkEquals(2L, receiver.receive());
          });
    }
  }

  /** The next sender writes to the payload that was read before. */
  static final class WhatWasReadFieldByField extends OneChannel {
    private final MessageChannel.Receiver messages = MessageChannel.open();
    private final MessageChannel.Sender first = messages.sender();
    private final Mailbox<MessageChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            first.send(1, 2);
            armed.take().send(3, 4);
          });
      actors.add(
          "receiver",
          () -> {
            Declarations.AMessage view = messages.receive();
            checkEquals(3L, view.bid() + view.size());
            armed.put(messages.sender());
            view = messages.receive();
            checkEquals(7L, view.bid() + view.size());
          });
    }
  }

  /** What is not taken is dropped by arming, and the sender is told that it was sent. */
  static final class WhatIsUnread extends OneChannel {
    private final ObjectChannel.Receiver objects = ObjectChannel.open();
    private final ObjectChannel.Sender objectSender = objects.sender();
    private final Mailbox<ObjectChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = objectSender.send("first"));
      actors.add("next sender", () -> armed.take().send("second"));
      actors.add(
          "receiver",
          () -> {
            ObjectChannel.Sender again = objects.trySender();
            armed.put(again != null ? again : objects.renew());
            check("second".equals(objects.receive()), "the second is received");
          });
      actors.atEnd(
          () -> {
            if (objectSender != objects.renew()) {
              check(HELD.of(objectSender) == null, "what nobody receives is not kept");
            }
            return isSent;
          });
    }
  }

  /** A failure is dropped, and the next shot knows nothing of it. */
  static final class WhatIsDropped extends OneChannel {
    private boolean isDropped;

    @Override
    public void setUp(Actors actors) {
      fail(actors, new IllegalStateException());
      actors.add(
          "receiver",
          () -> {
            isDropped = receiver.drop();
            if (isDropped) {
              checkIsShown();
              checkEquals(Poll.DISCONNECTED, receiver.poll());
              receiver.sender().send(2);
              checkEquals(2L, receiver.take());
            }
          });
      actors.atEnd(() -> isDropped);
    }
  }

  /** The end of the block that sent must not end the next shot. */
  static final class BesideTheEndOfATry extends OneChannel {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            try (LongChannel.Shot shot = sender.shot()) {
              shot.send(1);
            }
          });
      actors.add("next sender", () -> isSent = armed.take().send(2));
      actors.add(
          "receiver",
          () -> {
            checkEquals(1L, receiver.receive());
            armed.put(receiver.sender());
            checkEquals(2L, receiver.receive());
          });
      actors.atEnd(() -> isSent);
    }
  }

  /** The number of the shot is all that tells the two apart. */
  static final class BesideTheEndOfATryThatFails extends OneChannel {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            try (LongChannel.Shot shot = sender.shot()) {
              shot.fail(new IllegalStateException());
            }
          });
      actors.add("next sender", () -> isSent = armed.take().send(2));
      actors.add(
          "receiver",
          () -> {
            checkEquals(Poll.FAILED, receiver.await());
            armed.put(receiver.sender());
            checkEquals(2L, receiver.receive());
          });
      actors.atEnd(() -> isSent);
    }
  }

  /** The receiver goes to another thread between two looks. */
  static final class ByAnotherOwner extends OneChannel {
    private final Mailbox<LongChannel.Receiver> handedOver = new Mailbox<>();
    private final Count waker = new Count();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.poll(waker);
            handedOver.put(receiver);
          });
      actors.add(
          "next owner",
          () -> {
            LongChannel.Receiver mine = handedOver.take();
            checkEquals((long) VALUE, mine.receive());
            mine.sender().send(2);
            checkEquals(2L, mine.take());
          });
      actors.atEnd(() -> polled);
    }
  }
}
