package io.multishot.faults.trial;

import io.multishot.MultiShotSender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One shot, and what is known of it. */
final class Reply {

  /** How the sender ended the shot, or would have. */
  enum Ending {
    OPEN,
    VALUE,
    FAILURE,
    DISCONNECT,
    /** It was told that nobody wants the outcome. */
    REFUSED,
    /** It was left to {@link Reply#source}, which is not complete. */
    LEFT
  }

  /** Whether the receiver's owner has disposed of the shot, so that nobody need be told of it. */
  enum Disposal {
    NO,
    /** An operation that does so has thrown. */
    MAYBE,
    YES
  }

  /** A failure that is told from all others. */
  static class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure() {
      super("sent", null, false, false);
    }
  }

  /** The same, of which nothing can be asked. */
  static final class MuteFailure extends Failure {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new Bell.UsersException();
    }

    @Override
    public String toString() {
      throw new Bell.UsersException();
    }
  }

  final long value;
  final MultiShotSender sender;
  Failure failure = new Failure();

  /** How often anybody was shown the outcome. */
  final AtomicInteger told = new AtomicInteger();

  Ending ending = Ending.OPEN;

  /** What the sender is about to do; if it throws, this is how the shot may have ended. */
  Ending attempted = Ending.OPEN;

  Disposal disposal = Disposal.NO;

  /** The sender's answer to its last operation. */
  boolean wasWanted;

  @Nullable Bell abandonBell;

  @Nullable CompletableFuture<Object> source;

  Reply(long value, MultiShotSender sender) {
    this.value = value;
    this.sender = sender;
  }

  /** What the sender is about to do, if it has done nothing yet. */
  void attempt(Ending next) {
    if (ending == Ending.OPEN || ending == Ending.LEFT) {
      attempted = next;
    }
  }

  /** Whether its sender has begun to end it. */
  boolean hasAttempted() {
    return attempted != Ending.OPEN || isOver();
  }

  boolean isOver() {
    return ending == Ending.VALUE || ending == Ending.FAILURE || ending == Ending.DISCONNECT;
  }

  @Override
  public String toString() {
    return "shot %d (%s, disposed of: %s, told %s)".formatted(value, ending, disposal, told);
  }
}
