package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Futures of a shot that somebody completes in another way than by its outcome. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Cancelling {

  private Cancelling() {}

  /** Another thread completes it in some way, while the sender sends. */
  abstract static class CompletedByAnother extends Promising.Promised implements Waiting, Wide {

    abstract void completeOtherwise();

    /** Whether the future has come to what the other thread wanted. */
    boolean isByOther() {
      return outcome() == null;
    }

    @Override
    public void setUp(Actors actors) {
      whenDone();
      send(actors);
      actors.add("other", this::completeOtherwise);
      actors.add(
          "owner",
          () -> {
            done.take();
            checkIsFree();
          });
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(isSent || sender.isAbandoned(), "the sender is told");
            check(isSent || isByOther(), "what was sent in vain is not received");
            return isSent + " " + isByOther();
          });
    }
  }

  static final class Cancelled extends CompletedByAnother {
    @Override
    void completeOtherwise() {
      future.cancel(false);
    }
  }

  static final class CompletedWithAnotherValue extends CompletedByAnother {
    @Override
    void completeOtherwise() {
      future.complete(3L);
    }

    @Override
    boolean isByOther() {
      return Long.valueOf(3).equals(outcome());
    }
  }

  static final class Failed extends CompletedByAnother {
    @Override
    void completeOtherwise() {
      future.completeExceptionally(new CancellationException());
    }
  }

  /** What obtrudes itself is there in any case. */
  static final class Obtruded extends CompletedByAnother {
    @Override
    void completeOtherwise() {
      future.obtrudeException(new CancellationException());
    }

    @Override
    boolean isByOther() {
      checkEquals(true, outcome() == null);
      return true;
    }
  }

  /** Its abandon waker has run before anybody who depends on the future is told. */
  static final class CancelledAndWatched extends Promising.Promised implements Waiting, Wide {
    private boolean isCancelled;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(abandoned);
            isSent = sender.send(VALUE);
          });
      future.whenComplete(
          (value, failure) -> {
            told++;
            isCancelled = failure != null;
            checkIsFree();
          });
      actors.add("other", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(abandoned.times == 0 || (isCancelled && !isSent), "told, and sent");
            return isSent + " " + isCancelled + " " + abandoned.times;
          });
    }
  }

  /** Who completes it discards what the sender has left, before its owner goes on. */
  static final class CancelledAndGoneOn extends Promising.Promised implements Waiting {
    @Override
    public void setUp(Actors actors) {
      actors.add("other", () -> future.cancel(false));
      actors.add(
          "owner",
          () -> {
            isSent = sender.send(VALUE);
            receiver.withdraw();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
          });
      actors.atEnd(
          () -> {
            checkIsFree();
            return isSent + " " + (outcome() == null);
          });
    }
  }

  /** What settles one future is over when its owner makes the next. */
  static final class CancelledAndAnotherMade extends Promising.Promised implements Waiting {
    private @Nullable CompletableFuture<Long> another;

    @Override
    public void setUp(Actors actors) {
      actors.add("other", () -> future.cancel(false));
      actors.add(
          "owner",
          () -> {
            receiver.renew();
            another = receiver.toFuture();
          });
      actors.atEnd(
          () -> {
            receiver.close();
            check(another != null && another.isDone(), "a future always completes");
            return outcome() == null;
          });
    }
  }

  /** Nobody who uses the future waits for the abandon waker, which is user code. */
  private abstract static class Watched extends Promising.Promised implements Waiting {
    private final Mailbox<String> passed = new Mailbox<>();

    /** Completes the future, and runs the waker, if it comes first. */
    abstract void end();

    /** Uses it, and passes while the waker is being run, if it comes second. */
    abstract void use();

    @Override
    public void setUp(Actors actors) {
      sender.onAbandoned(
          () -> {
            abandoned.wake();
            done.put("the waker runs");
            passed.take();
          });
      actors.add("first", this::end);
      actors.add(
          "second",
          () -> {
            done.take();
            use();
            passed.put("passed");
          });
      actors.atEnd(
          () -> {
            checkEquals(1, abandoned.times);
            return outcome() == null;
          });
    }
  }

  static final class ClosedByAWatchedOneAndCancelled extends Watched {
    @Override
    void end() {
      receiver.close();
    }

    @Override
    void use() {
      future.cancel(false);
    }
  }

  static final class CancelledByAWatchedOneAndClosed extends Watched {
    @Override
    void end() {
      future.cancel(false);
    }

    @Override
    void use() {
      receiver.close();
    }
  }

  static final class CancelledByTwo extends Promising.Promised implements Waiting, Wide {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      actors.add("other", () -> future.cancel(false));
      actors.add("third", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(!sender.send(VALUE), "abandoned");
            checkIsFree();
            return outcome();
          });
    }
  }

  static final class CancelledByTwoAsTheSenderSends extends Promising.Promised
      implements Waiting, Wider {
    @Override
    public void setUp(Actors actors) {
      whenDone();
      send(actors);
      actors.add("other", () -> future.cancel(false));
      actors.add("third", () -> future.cancel(false));
      actors.atEnd(
          () -> {
            checkEquals(1, told);
            check(isSent || outcome() == null, "what was sent in vain is not received");
            checkIsFree();
            return "done";
          });
    }
  }
}
