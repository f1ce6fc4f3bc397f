package io.multishot.lincheck;

import io.multishot.Poll;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a caller and of the server at its seat, in any order that is legal: the server
 * serves what it was shown, once, at once or later, and after it has left it only answers what it
 * has left to itself. Questions are numbered from 1; the answer to a question is its number.
 *
 * <p>{@link SequentialSeat} says what the calls return if none overlaps another.
 */
public abstract class SeatOperations {

  final EchoCall.Caller caller = EchoCall.open();
  final EchoCall.Request seat = caller.request();
  private final Count waker = new Count();

  // Of the caller.

  private long questions;

  // Of the server.

  private boolean isShown;
  private boolean hasLeft;
  private EchoCall.@Nullable Request left;
  private long leftQuestion;

  @Operation(nonParallelGroup = "caller")
  public boolean ask() {
    try {
      caller.askEcho(questions + 1);
      questions++;
      return true;
    } catch (IllegalStateException openOrClosed) {
      return false;
    }
  }

  @Operation(nonParallelGroup = "caller")
  public Poll poll() {
    return caller.poll();
  }

  @Operation(nonParallelGroup = "caller")
  public @Nullable Long take() {
    return caller.poll() == Poll.READY ? caller.take() : null;
  }

  @Operation(nonParallelGroup = "caller")
  public boolean abandon() {
    return caller.abandon();
  }

  /** Of a caller with no question open: with one it would be two steps. */
  @Operation(nonParallelGroup = "caller")
  public boolean close() {
    if (caller.poll() == Poll.PENDING) {
      return false;
    }
    caller.close();
    return true;
  }

  @Operation(nonParallelGroup = "server")
  public @Nullable Poll pollRequest() {
    return hasLeft ? null : shown(look());
  }

  @Operation(nonParallelGroup = "server")
  public @Nullable Poll pollRequestWithWaker() {
    return hasLeft ? null : shown(seat.pollRequest(waker));
  }

  @Operation(nonParallelGroup = "server")
  public @Nullable Poll pollRequestWithAnother() {
    return hasLeft ? null : shown(seat.pollRequest(new Count()));
  }

  private Poll shown(Poll seen) {
    isShown = seen == Poll.READY;
    return seen;
  }

  /** Returns whether the answer was wanted; {@code null} if there was nothing to serve. */
  @Operation(nonParallelGroup = "server")
  public @Nullable Boolean serve() {
    if (!isShown) {
      return null;
    }
    isShown = false;
    return serveNow();
  }

  @Operation(nonParallelGroup = "server")
  public @Nullable Boolean serveLater() {
    if (!isShown || left != null) {
      return null;
    }
    isShown = false;
    return seat.serve(
        (question, request) -> {
          left = request;
          leftQuestion = question;
        });
  }

  @Operation(nonParallelGroup = "server")
  public @Nullable Boolean answer() {
    EchoCall.Request request = left;
    if (request == null) {
      return null;
    }
    left = null;
    return request.send(leftQuestion);
  }

  @Operation(nonParallelGroup = "server")
  public void leave() {
    hasLeft = true;
    isShown = false;
    seat.close();
  }

  // What mutants do otherwise.

  Poll look() {
    return seat.pollRequest();
  }

  boolean serveNow() {
    return seat.serve(question -> question);
  }
}
