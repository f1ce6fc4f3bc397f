package io.multishot.faults.trial;

import io.multishot.faults.Injector;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A future of one shot. */
final class Promise {

  /** What an operation completes it with. */
  static final long OWNERS = 0;

  /** The same, for a failure. */
  static final class OwnersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnersException() {
      super("the owner's", null, false, false);
    }
  }

  final @Nullable Reply reply;

  /** {@code null} until it is made. */
  @Nullable CompletableFuture<?> future;

  /** Whether an operation has completed it, or may have. */
  boolean isCompletedByOwner;

  private boolean isHeard;

  Promise(@Nullable Reply reply) {
    this.reply = reply;
  }

  /** Notes what it was completed with, if it was, once. */
  void hear(Setting setting) {
    CompletableFuture<?> made = future;
    if (isHeard || made == null || !made.isDone()) {
      return;
    }
    isHeard = true;
    try {
      long value = Twins.number(made.join());
      if (!isCompletedByOwner || value != OWNERS) {
        setting.tell(reply, value);
      }
    } catch (Bell.UsersException mute) { // the JDK's join() asks a failure for its text
      setting.tellFailure(reply, Objects.requireNonNull(reply).failure);
    } catch (CancellationException disposedOf) {
      // by renewing, closing or withdrawing
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause();
      if (cause == null) {
        setting.tellFailure(reply, failed);
      } else if (!isOwners(cause) && !isForCancellation(cause)) {
        setting.tellFailure(reply, cause);
      }
    }
  }

  private boolean isOwners(Throwable cause) {
    return isCompletedByOwner
        && (cause instanceof OwnersException
            || cause instanceof TimeoutException
            || Injector.isInjected(cause));
  }

  /**
   * Whether the future was cancelled, and says so by the error that came of it: it is promised to
   * be done, and its shot has no outcome that it could show.
   */
  private boolean isForCancellation(Throwable cause) {
    return reply != null
        && (reply.disposal == Reply.Disposal.YES || !reply.hasAttempted())
        && (Injector.isInjected(cause) || cause instanceof StackOverflowError);
  }
}
