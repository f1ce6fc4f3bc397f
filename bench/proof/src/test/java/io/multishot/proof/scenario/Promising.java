package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.fixtures.HeldReference;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The receiver makes a future of its outcome, which any thread may complete in another way. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Promising {

  private static final HeldReference HELD = new HeldReference(ObjectChannel.Sender.class);

  private Promising() {}

  abstract static class Promised extends OneChannel {
    final CompletableFuture<Long> future = receiver.toFuture();
    final Mailbox<String> done = new Mailbox<>();
    final Count abandoned = new Count();
    int told;

    void whenDone() {
      future.whenComplete(
          (value, failure) -> {
            told++;
            done.put("done");
          });
    }

    /** What the future came to: the value, or {@code null} if it was cancelled. */
    @Nullable Long outcome() {
      check(future.isDone(), "a future always completes");
      try {
        return future.join();
      } catch (CancellationException e) {
        return null;
      }
    }

    /** The shot is over, and the receiver free: for the next one. */
    void checkIsFree() {
      checkEquals(Poll.DISCONNECTED, receiver.poll());
      LongChannel.Sender next = receiver.sender();
      checkEquals(Poll.PENDING, receiver.poll());
      check(next.send(2), "the next shot is open");
      checkEquals(2L, receiver.take());
    }
  }

  static final class AValue extends Promised {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("owner", this::whenDone);
      actors.add(
          "next owner",
          () -> {
            done.take();
            checkIsFree();
          });
      actors.atEnd(
          () -> {
            check(isSent, "the receiver was there");
            checkEquals(1, told);
            return outcome();
          });
    }
  }

  static final class AFutureMadeLate extends OneChannel {
    private @Nullable CompletableFuture<Long> made;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("owner", () -> made = receiver.toFuture());
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return made == null ? "none" : made.join();
          });
    }
  }

  static final class AFailure extends Promised {
    private final RuntimeException failure = new IllegalStateException();

    @Override
    public void setUp(Actors actors) {
      fail(actors, failure);
      actors.add(
          "owner",
          () ->
              future.whenComplete(
                  (value, given) -> {
                    check(given == failure, "what was given");
                    checkIsFree();
                    told++;
                  }));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            return told;
          });
    }
  }

  static final class Withdrawn extends Promised implements Waiting {
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("owner", () -> isWithdrawn = receiver.withdraw());
      actors.atEnd(
          () -> {
            check(isSent, "the shot stays open");
            checkEquals(isWithdrawn, outcome() == null);
            if (isWithdrawn) {
              checkEquals((long) VALUE, receiver.take());
            }
            checkIsFree();
            return isWithdrawn;
          });
    }
  }

  static final class WithdrawnAndCancelled extends Promised implements Waiting, Wide {
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      actors.add("owner", () -> isWithdrawn = receiver.withdraw());
      actors.add("other", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            check(outcome() == null, "cancelled");
            checkEquals(isWithdrawn, sender.send(VALUE));
            if (isWithdrawn) {
              checkEquals((long) VALUE, receiver.take());
            }
            checkIsFree();
            return isWithdrawn;
          });
    }
  }

  static final class WithdrawnAndCancelledAsTheSenderSends extends Promised
      implements Waiting, Wider {
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("owner", () -> isWithdrawn = receiver.withdraw());
      actors.add("other", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            if (isWithdrawn) {
              check(isSent, "the shot stays open");
              check(outcome() == null, "cancelled");
              checkEquals((long) VALUE, receiver.take());
            }
            checkIsFree();
            return "done";
          });
    }
  }

  static final class Renewed extends Promised implements Waiting {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      send(actors);
      actors.add(
          "owner",
          () -> {
            LongChannel.Sender next = receiver.renew();
            checkEquals(Poll.PENDING, receiver.poll());
            check(next.send(2), "the next shot is open");
            checkEquals(2L, receiver.take());
          });
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            checkIsFree();
            return isSent + " " + (outcome() == null);
          });
    }
  }

  abstract static class RenewedAndCancelled extends Promised implements Waiting {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      actors.add(
          "owner",
          () -> {
            LongChannel.Sender next = receiver.renew();
            checkEquals(Poll.PENDING, receiver.poll());
            check(next.send(2), "the next shot is open");
            checkEquals(2L, receiver.take());
          });
      actors.add("other", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(isSent || outcome() == null, "what was sent in vain is not received");
            checkIsFree();
            return "done";
          });
    }
  }

  static final class RenewedAndCancelledBeforeAnyoneSends extends RenewedAndCancelled
      implements Wide {}

  static final class RenewedAndCancelledAsTheSenderSends extends RenewedAndCancelled
      implements Wider {
    @Override
    public void setUp(Actors actors) {
      super.setUp(actors);
      send(actors);
    }
  }

  static final class Closed extends Promised implements Waiting {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      send(actors);
      actors.add(
          "owner",
          () -> {
            receiver.close();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            check(receiver.trySender() == null, "closed");
          });
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(receiver.trySender() == null, "closed");
            return isSent + " " + (outcome() == null);
          });
    }
  }

  static final class ClosedAndCancelled extends Promised implements Waiting, Wide {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      actors.add(
          "owner",
          () -> {
            receiver.close();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            check(receiver.trySender() == null, "closed");
          });
      actors.add("other", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(receiver.trySender() == null, "closed");
            check(!sender.send(VALUE), "abandoned");
            return outcome();
          });
    }
  }

  /** A reference has one owner, who lets go of it. */
  static final class WhatHoldsAReference extends OneChannel implements Waiting {
    private final ObjectChannel.Receiver objects = ObjectChannel.open();
    private final ObjectChannel.Sender objectSender = objects.sender();
    private final CompletableFuture<Object> object = objects.toFuture();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> isSent = objectSender.send("first"));
      actors.add("other", () -> object.cancel(false));
      actors.atEnd(
          () -> {
            check(object.isDone(), "a future always completes");
            check(HELD.of(objectSender) == null, "nobody is left to receive it");
            checkEquals(Poll.DISCONNECTED, objects.poll());
            return isSent + " " + object.isCancelled();
          });
    }
  }

  /** The sender of the first shot comes late to the second one's future. */
  static final class OneAfterAnother extends OneChannel implements Waiting, Wide {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private @Nullable CompletableFuture<Long> first;
    private @Nullable CompletableFuture<Long> second;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> check(armed.take().send(2), "the receiver is there"));
      actors.add(
          "owner",
          () -> {
            CompletableFuture<Long> early = receiver.toFuture();
            first = early;
            if (!early.isDone()) {
              receiver.withdraw();
              receiver.renew();
            } else {
              receiver.sender();
            }
            second = receiver.toFuture();
            armed.put((LongChannel.Sender) receiver.cell());
          });
      actors.atEnd(
          () -> {
            check(first != null && first.isDone(), "a future always completes");
            return second == null ? "none" : second.join();
          });
    }
  }

  /** One channel's future is another's source. */
  static final class ThatIsAnothersSource extends Promised implements Wide {
    private final LongChannel.Receiver other = LongChannel.open();
    private final LongChannel.Sender otherSender = other.sender();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("middle", () -> otherSender.sendFrom(future));
      actors.add("other", () -> checkEquals((long) VALUE, other.receive()));
      actors.atEnd(
          () -> {
            checkIsFree();
            return outcome();
          });
    }
  }
}
