package io.multishot.faults.trial;

import io.multishot.DisconnectedException;
import io.multishot.ExpiredException;
import io.multishot.Poll;
import io.multishot.faults.Breach;
import io.multishot.faults.Injector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A slab, the shot that is tried, and what is known of it. */
final class SlabShot {

  /** It is the past by any clock that is asked. */
  static final long DEADLINE = 7;

  private static final long VALUE = 42;

  final Replies replies;
  final Tasks tasks = new Tasks();
  final Reply.Failure failure = new Reply.Failure();
  long id;

  /** The id of what was acquired beside it. */
  long another;

  /** What is not as it should be; noted where it is seen. */
  final List<String> foreign = new ArrayList<>();

  /** How often anybody was shown the outcome. */
  int told;

  /** What the last operation of a sender has told: whether the shot was open. */
  boolean wasWanted;

  /** Whether it has ended, as its sender was told, or is the slab's doing. */
  boolean isOver;

  /** Whether a sender has begun to end it. */
  boolean isAttempted;

  /** Whether the owner has given it up. */
  Reply.Disposal disposal = Reply.Disposal.NO;

  Reply.Disposal closed = Reply.Disposal.NO;
  @Nullable Bell bell;
  boolean hasCallback;

  /** Whether a handler or executor fails by itself, so that the outcome may be left. */
  boolean isRefused;

  @Nullable CompletableFuture<?> future;
  @Nullable CompletableFuture<Object> source;
  @Nullable Waiting waiting;

  /** What an operation was for. */
  @Nullable Object made;

  SlabShot(Replies replies) {
    this.replies = replies;
    this.id = replies.tryAcquire(DEADLINE);
  }

  void send() {
    isAttempted = true;
    wasWanted = replies.send(id, VALUE);
    isOver |= wasWanted;
  }

  void fail() {
    isAttempted = true;
    wasWanted = replies.slab().fail(id, failure);
    isOver |= wasWanted;
  }

  void disconnect() {
    isAttempted = true;
    wasWanted = replies.slab().disconnect(id);
    isOver |= wasWanted;
  }

  void leave(CompletableFuture<Object> given) {
    replies.sendFrom(id, given);
    source = given;
  }

  Object value() {
    return replies.valueOf(VALUE);
  }

  Listener listener() {
    return new Listener(false);
  }

  /** A handler that throws when it has been told. */
  Listener broken() {
    return new Listener(true);
  }

  void handle(Replies.Handler handler, @Nullable Executor executor) {
    hasCallback = true;
    replies.onReceive(id, handler, executor);
  }

  synchronized void tell(long value) {
    told++;
    if (value != VALUE) {
      foreign.add("a value, " + value);
    }
  }

  synchronized void tellFailure(Throwable seen) {
    told++;
    boolean isItsOwn =
        seen == failure
            || seen instanceof DisconnectedException
            || (seen instanceof ExpiredException expired && expired.id() == id)
            || Injector.isInjected(seen)
            || seen instanceof StackOverflowError;
    if (!isItsOwn) {
      foreign.add("a failure, " + seen);
    }
  }

  /** Notes what a future was completed with, once. */
  @SuppressWarnings("FutureReturnValueIgnored") // it is done
  void hearFuture() {
    CompletableFuture<?> due = future;
    if (due == null || !due.isDone()) {
      return;
    }
    future = null;
    CompletableFuture<?> unused =
        due.whenComplete(
            (value, thrown) -> {
              if (thrown == null) {
                tell(Twins.number(value));
              } else if (!due.isCancelled() && disposal == Reply.Disposal.NO) {
                tellFailure(thrown);
              }
            });
  }

  boolean isKnown() {
    return replies.slab().poll(id) != Poll.UNKNOWN;
  }

  /** Takes what is there. */
  void collect() {
    Poll found = replies.slab().poll(id);
    switch (found) {
      case READY -> tell(replies.take(id));
      case FAILED -> {
        Throwable seen = replies.slab().failure(id);
        if (seen != null) {
          tellFailure(seen);
        }
        replies.slab().abandon(id);
      }
      case DISCONNECTED -> {
        told++;
        replies.slab().abandon(id);
      }
      default -> {}
    }
  }

  /** Tells in which way it is not right that the outcome was shown so often. */
  @Nullable Breach breachOfTelling() {
    if (told > 1) {
      return Breach.TWICE;
    }
    if (told > 0 && disposal == Reply.Disposal.YES) {
      return Breach.FOREIGN;
    }
    return told == 0 && isOver && disposal == Reply.Disposal.NO ? Breach.LOST : null;
  }

  /** A handler that notes what it is told. */
  final class Listener implements Replies.Handler {

    private final boolean isBroken;

    Listener(boolean isBroken) {
      this.isBroken = isBroken;
    }

    @Override
    public void received(long name, long value) {
      checkName(name);
      tell(value);
      end();
    }

    @Override
    public void failed(long name, Throwable seen) {
      checkName(name);
      tellFailure(seen);
      end();
    }

    private void checkName(long name) {
      if (name != id) {
        foreign.add("a name, " + name);
      }
    }

    private void end() {
      if (isBroken) {
        throw new Bell.UsersException();
      }
    }
  }
}
