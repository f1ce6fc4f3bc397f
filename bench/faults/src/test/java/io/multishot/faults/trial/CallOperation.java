package io.multishot.faults.trial;

import io.multishot.Poll;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is run with a caller, or its server, while errors are thrown. */
@SuppressWarnings({"ImmutableEnumChecker", "multishot"}) // lambdas that keep nothing
enum CallOperation {
  ASK(Part.ASKING, CallPair::ask),
  CALL(
      Part.ASKING,
      pair -> {
        if (pair.server != null || pair.leftSeat != Reply.Disposal.NO) {
          pair.call(Long.MAX_VALUE); // the other thread serves it, or nobody
        } else {
          Helper.whileParked(
              () -> {
                if (!pair.hasSeat || pair.serving().pollRequest() == Poll.READY) {
                  pair.serve();
                }
              },
              pair.caller::close,
              () -> pair.call(Long.MAX_VALUE));
        }
      }),
  CALL_IN_VAIN(Part.ASKING, pair -> pair.call(20_000)),
  REQUEST(Part.OWNER, pair -> pair.made = pair.hasSeat ? pair.caller.request() : null),
  ABANDON(
      Part.OWNER,
      pair -> {
        pair.givenUp = Reply.Disposal.MAYBE;
        pair.made = pair.caller.abandon();
        pair.givenUp = Reply.Disposal.YES;
      }),
  CLOSE(
      Part.OWNER,
      pair -> {
        pair.givenUp = Reply.Disposal.MAYBE;
        pair.closed = Reply.Disposal.MAYBE;
        pair.caller.close();
        pair.givenUp = Reply.Disposal.YES;
        pair.closed = Reply.Disposal.YES;
      }),
  RECEIVE(
      Part.RECEIVING,
      pair -> {
        if (pair.isOpen()) {
          Helper.whileParked(
              () -> {
                if (pair.left != null) {
                  pair.isAnswered = pair.left.send(pair.answer());
                } else if (pair.source != null) {
                  pair.source.complete(pair.answer());
                } else if (pair.isServable()) {
                  pair.serve();
                }
              },
              pair.serving()::close,
              () -> pair.tell(pair.caller.receive()));
        } else {
          pair.tell(pair.caller.receive());
        }
      }),
  RECEIVE_IN_VAIN(
      Part.RECEIVING, pair -> pair.tell(pair.caller.receive(20, TimeUnit.MICROSECONDS))),
  SERVE(Part.SERVER, CallPair::serve),
  SERVE_BY_ONE_WHO_THROWS(
      Part.SERVER,
      pair ->
          pair.isAnswered |=
              pair.serving()
                  .serve(
                      (Declarations.AnEcho)
                          (number, twin) -> {
                            throw new Bell.UsersException();
                          })),
  SERVE_LATER(Part.SERVER, CallPair::serveLater),
  SEND(Part.SERVER, pair -> pair.isAnswered |= pair.serving().send(pair.answer())),
  FAIL(Part.SERVER, pair -> pair.isAnswered |= pair.serving().fail(pair.failure)),
  SEND_FROM_A_COMPLETE_FUTURE(
      Part.SERVER,
      pair -> pair.serving().sendFrom(CompletableFuture.completedFuture(pair.answer()))),
  SEND_FROM_A_FUTURE(
      Part.SERVER,
      pair -> {
        CompletableFuture<Object> source = new CompletableFuture<>();
        pair.serving().sendFrom(source);
        pair.source = source;
      }),
  ON_ABANDONED(
      Part.SERVER,
      pair -> {
        Bell watcher = new Bell();
        pair.watcher = null; // which of both is registered is not known
        pair.serving().onAbandoned(watcher);
        pair.watcher = watcher;
      }),
  SEND_LATER(
      Part.OTHERS,
      pair -> pair.isAnswered |= Objects.requireNonNull(pair.left).send(pair.answer())),
  COMPLETE_THE_SOURCE(
      Part.SOURCE, pair -> Objects.requireNonNull(pair.source).complete(pair.answer())),
  POLL_REQUEST(Part.SEAT, pair -> pair.made = pair.serving().pollRequest()),
  POLL_REQUEST_WITH_A_WAKER(
      Part.SEAT,
      pair -> {
        pair.serversBell = null; // which of both is registered is not known
        Bell bell = new Bell();
        if (pair.serving().pollRequest(bell) == Poll.PENDING) {
          pair.serversBell = bell;
        }
      }),
  AWAIT_REQUEST_IN_VAIN(
      Part.SEAT,
      pair -> {
        pair.serversBell = null; // it waits in place of it
        pair.made = pair.serving().awaitRequest(20, TimeUnit.MICROSECONDS);
      }),
  AWAIT_REQUEST(
      Part.SEAT,
      pair -> {
        pair.serversBell = null;
        if (pair.serving().pollRequest() != Poll.PENDING || pair.isOpen()) {
          pair.made = pair.serving().awaitRequest(20, TimeUnit.MICROSECONDS);
        } else {
          Helper.whileParked(
              pair::ask,
              pair.caller::close,
              () -> {
                if (pair.serving().awaitRequest()) {
                  pair.serve();
                }
              });
        }
      }),
  LEAVE(
      Part.SEAT,
      pair -> {
        pair.serversBell = null;
        pair.leftSeat = Reply.Disposal.MAYBE;
        pair.serving().close();
        pair.leftSeat = Reply.Disposal.YES;
      }),
  CLOSE_REQUEST(
      Part.SERVER,
      pair -> {
        if (!pair.hasSeat) {
          pair.serving().close();
        }
      });

  /** What an operation needs. */
  enum Part {
    ASKING,
    OWNER,
    RECEIVING,
    SERVER,
    /** Those to whom a server has left the question. */
    OTHERS,
    SOURCE,
    SEAT
  }

  private interface Steps {
    void run(CallPair pair) throws Exception;
  }

  final Part part;
  private final Steps steps;

  CallOperation(Part part, Steps steps) {
    this.part = part;
    this.steps = steps;
  }

  /** Whether it parks. */
  boolean waits() {
    return name().startsWith("AWAIT") || name().startsWith("RECEIVE") || name().startsWith("CALL");
  }

  boolean isPossible(CallPair pair) {
    return switch (part) {
      case ASKING -> !pair.isOpen() && pair.owner == null && pair.closed == Reply.Disposal.NO;
      case OWNER -> pair.owner == null;
      case RECEIVING ->
          pair.owner == null && (pair.isOpen() || pair.caller.poll() != Poll.DISCONNECTED);
      case SERVER -> pair.isServable();
      case OTHERS -> pair.left != null;
      case SOURCE -> pair.source != null;
      case SEAT -> pair.hasSeat && pair.server == null;
    };
  }

  void run(CallPair pair) throws Exception {
    steps.run(pair);
  }
}
