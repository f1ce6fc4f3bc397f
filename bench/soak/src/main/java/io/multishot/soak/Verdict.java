package io.multishot.soak;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotReceiver;
import io.multishot.Poll;
import io.multishot.fixtures.Channel;
import java.util.concurrent.CompletionException;

/** Judges what a receiver got: whether it is what was sent for this shot. */
final class Verdict {

  private Verdict() {}

  static void require(boolean isKept, String promise, Request request) {
    if (!isKept) {
      throw new SoakFailure("broken: " + promise + ": " + request);
    }
  }

  static Ending value(Request request, long number) {
    long expected = request.channel.expected(Payloads.POOLED, request.shot);
    require(request.plan.answer().isValue(), "a value comes only if one was sent", request);
    require(
        number == expected,
        "a value comes in the shot it was sent for (" + number + " is not " + expected + ")",
        request);
    return Ending.RECEIVED;
  }

  static Ending failure(Request request, Throwable failure) {
    Ending ending =
        failure == request.failure
            ? Ending.FAILED
            : failure instanceof DisconnectedException ? Ending.DISCONNECTED : null;
    require(
        ending == request.plan.answer().ending(),
        "a shot ends as the sender ended it, and not with " + failure,
        request);
    return request.plan.answer().ending();
  }

  /** Takes the outcome that is there, of whatever kind. */
  static Ending take(Request request, boolean peeksFirst) {
    Channel channel = request.channel;
    MultiShotReceiver receiver = channel.receiver();
    Poll found = receiver.poll();
    return switch (found) {
      case READY -> {
        if (peeksFirst) {
          value(request, channel.peekNumber());
        }
        yield value(request, channel.takeNumber());
      }
      case FAILED -> {
        Throwable failure = receiver.failure();
        require(failure == request.failure, "a failure is the sender's, not " + failure, request);
        yield receiveFailure(request);
      }
      case DISCONNECTED -> receiveFailure(request);
      case PENDING, UNKNOWN ->
          throw new SoakFailure("told of an outcome that is not there: " + request);
    };
  }

  private static Ending receiveFailure(Request request) {
    try {
      return value(request, request.channel.receiveNumberUninterruptibly());
    } catch (CompletionException | DisconnectedException thrown) {
      return thrown(request, thrown);
    }
  }

  /** What {@code receive} has thrown. */
  static Ending thrown(Request request, RuntimeException thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return failure(request, cause == null ? thrown : cause);
  }
}
