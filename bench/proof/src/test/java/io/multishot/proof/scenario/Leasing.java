package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The sender leaves its shot to a future. */
@SuppressWarnings("SameNameButDifferent")
final class Leasing {

  private Leasing() {}

  private abstract static class Left extends OneChannel {
    final CompletableFuture<Long> source = new CompletableFuture<>();
    final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private int sourcesData;

    void leave(Actors actors) {
      actors.add("sender", () -> sender.sendFrom(source));
    }

    void complete(Actors actors) {
      actors.add("source", this::complete);
    }

    void complete() {
      sourcesData = VALUE;
      source.complete((long) VALUE);
    }

    void takeWhatIsThere() {
      checkEquals((long) VALUE, receiver.take());
      checkEquals(VALUE, sourcesData);
    }
  }

  static final class ToAValue extends Left {
    @Override
    public void setUp(Actors actors) {
      leave(actors);
      complete(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            takeWhatIsThere();
          });
      actors.atEnd(() -> polled);
    }
  }

  static final class ToAFailure extends Left implements Wide {
    private final Throwable failure = new IllegalStateException();

    @Override
    public void setUp(Actors actors) {
      leave(actors);
      actors.add("source", () -> source.completeExceptionally(failure));
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(
          () -> {
            check(receiver.failure() == failure, "what was given");
            return polled;
          });
    }
  }

  /** A null is no long: that is the failure of this shot, and of no later one. */
  static final class ToNull extends Left implements Wide {
    @Override
    @SuppressWarnings("NullAway") // on purpose
    public void setUp(Actors actors) {
      leave(actors);
      actors.add("source", () -> source.complete(null));
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(
          () -> {
            check(receiver.failure() instanceof NullPointerException, "told as such");
            return polled;
          });
    }
  }

  static final class ByAShot extends Left implements Wide {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            try (LongChannel.Shot shot = sender.shot()) {
              shot.sendFrom(source);
            }
          });
      complete(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            takeWhatIsThere();
          });
      actors.atEnd(() -> polled);
    }
  }

  /** The receiver arms the next shot while the source of the first one is sending still. */
  private abstract static class BeforeAnother extends Left implements Wide {

    abstract void end(LongChannel.Sender next);

    abstract void check() throws InterruptedException;

    @Override
    public void setUp(Actors actors) {
      sender.sendFrom(source);
      complete(actors);
      actors.add("next sender", () -> end(armed.take()));
      actors.add(
          "receiver",
          () -> {
            checkEquals(Poll.READY, receiver.await());
            takeWhatIsThere();
            armed.put(receiver.sender());
            check();
          });
    }
  }

  static final class AndTheNextShotSent extends BeforeAnother {
    @Override
    void end(LongChannel.Sender next) {
      check(next.send(2), "the receiver is there");
    }

    @Override
    void check() throws InterruptedException {
      checkEquals(2L, receiver.receive());
    }
  }

  static final class AndTheNextShotClosed extends BeforeAnother {
    @Override
    void end(LongChannel.Sender next) {
      next.close();
    }

    @Override
    void check() throws InterruptedException {
      checkEquals(Poll.DISCONNECTED, receiver.await());
    }
  }

  static final class AndTheNextShotLeft extends BeforeAnother {
    @Override
    void end(LongChannel.Sender next) {
      CompletableFuture<Long> another = new CompletableFuture<>();
      next.sendFrom(another);
      another.complete(2L);
    }

    @Override
    void check() throws InterruptedException {
      checkEquals(2L, receiver.receive());
    }
  }

  static final class AndTheNextShotAbandoned extends BeforeAnother implements Waiting {
    private final Count told = new Count();

    @Override
    void end(LongChannel.Sender next) {
      next.onAbandoned(told);
    }

    @Override
    void check() {
      receiver.close();
    }

    @Override
    public void setUp(Actors actors) {
      super.setUp(actors);
      actors.atEnd(
          () -> {
            checkEquals(1, told.times);
            return "told";
          });
    }
  }

  /** The source of an abandoned shot reaches no other. */
  static final class AndAbandoned extends Left implements Waiting, Wide {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(told);
            sender.sendFrom(source);
          });
      complete(actors);
      actors.add(
          "receiver",
          () -> {
            LongChannel.Sender next = receiver.renew();
            checkEquals(Poll.PENDING, receiver.poll());
            check(next.send(2), "the next shot is open");
            checkEquals(2L, receiver.take());
          });
      actors.atEnd(
          () -> {
            check(told.times <= 1, "run once at most");
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return told.times;
          });
    }
  }

  /** The receiver closes; nobody completes the source before. */
  static final class AndClosedByTheReceiver extends Left implements Waiting, Wide {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(told);
            sender.sendFrom(source);
          });
      actors.add("receiver", receiver::close);
      actors.atEnd(
          () -> {
            checkEquals(1, told.times);
            complete();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            check(sender.isAbandoned(), "closed");
            return told.times;
          });
    }
  }

  /** Whoever takes the lease back ends the shot, and nobody else does. */
  static final class AndTakenBack extends Left implements Waiting, Wide {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.sendFrom(source);
            sender.close();
          });
      complete(actors);
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            if (polled == Poll.READY) {
              takeWhatIsThere();
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return polled;
          });
    }
  }

  /** Of source, sender's owner and receiver each ends it; nobody is in another's way. */
  static final class AndTakenBackAsItIsAbandoned extends Left implements Waiting, Wide {
    @Override
    public void setUp(Actors actors) {
      sender.sendFrom(source);
      complete(actors);
      actors.add("sender", sender::close);
      actors.add("receiver", receiver::close);
      actors.atEnd(receiver::poll);
    }
  }

  /** A source that takes no action puts all back. */
  static final class ToASourceThatRefuses extends Left implements Waiting, Wide {
    private static final class Refusing extends CompletableFuture<Long> {
      @Override
      public CompletableFuture<Long> whenComplete(
          BiConsumer<? super Long, ? super Throwable> action) {
        throw new Tolerated("refused");
      }
    }

    private final CompletableFuture<Long> refusing = new Refusing();
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(told);
            try {
              sender.sendFrom(refusing);
            } catch (Tolerated refused) {
              isSent = sender.send(VALUE);
            }
          });
      actors.add("receiver", receiver::renew);
      actors.atEnd(
          () -> {
            check(told.times == 0 || !isSent, "told, and sent");
            return isSent + " " + told.times;
          });
    }
  }

  /** The same, and nothing is sent: the sender is told of the abandonment in any case. */
  static final class ToASourceThatRefusesAndClosed extends Left implements Waiting, Wide {
    private static final class Refusing extends CompletableFuture<Long> {
      @Override
      public CompletableFuture<Long> whenComplete(
          BiConsumer<? super Long, ? super Throwable> action) {
        throw new Tolerated("refused");
      }
    }

    private final CompletableFuture<Long> refusing = new Refusing();
    private final Mailbox<String> told = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(() -> told.put("told"));
            try {
              sender.sendFrom(refusing);
            } catch (Tolerated refused) {
              isSent = false; // the sender is its owner's again
            }
          });
      actors.add("receiver", receiver::close);
      actors.atEnd(
          () -> {
            checkEquals("told", told.take());
            check(told.isEmpty(), "once");
            return "told";
          });
    }
  }

  /** A source that calls at once, and then throws: the shot is over by then. */
  static final class ToASourceThatThrowsLate extends Left implements Wide {
    private static final class Throwing extends CompletableFuture<Long> {
      @Override
      public CompletableFuture<Long> whenComplete(
          BiConsumer<? super Long, ? super Throwable> action) {
        action.accept((long) VALUE, null);
        throw new Tolerated("late");
      }
    }

    private final CompletableFuture<Long> throwing = new Throwing();

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> sender.sendFrom(throwing));
      actors.add("next sender", () -> check(armed.take().send(2), "the receiver is there"));
      actors.add(
          "receiver",
          () -> {
            checkEquals((long) VALUE, receiver.receive());
            LongChannel.Sender next = receiver.sender();
            next.onAbandoned(() -> {});
            armed.put(next);
            checkEquals(2L, receiver.receive());
          });
    }
  }
}
