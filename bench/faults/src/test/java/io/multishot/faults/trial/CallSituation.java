package io.multishot.faults.trial;

import java.util.concurrent.CompletableFuture;

/** A state that a caller and its server can be in before an operation. */
@SuppressWarnings({"ImmutableEnumChecker", "multishot"}) // lambdas that keep nothing
enum CallSituation {
  IDLE(pair -> {}),
  SERVER_WITH_A_WAKER(
      pair -> {
        pair.serversBell = new Bell();
        pair.made = pair.serving().pollRequest(pair.serversBell);
      }),
  SERVER_WITH_A_WAKER_THAT_THROWS(
      pair -> {
        pair.serversBell = new Bell.Broken();
        pair.made = pair.serving().pollRequest(pair.serversBell);
      }),
  SERVER_THAT_WAITS(
      pair ->
          pair.server =
              Waiting.start(
                  () -> {
                    if (pair.serving().awaitRequest()) {
                      pair.serve();
                    }
                  })),
  ASKED(CallPair::ask),
  ASKED_AND_WATCHED(
      pair -> {
        pair.ask();
        if (pair.hasSeat) {
          pair.made = pair.serving().pollRequest();
        }
        pair.watcher = new Bell();
        pair.serving().onAbandoned(pair.watcher);
      }),
  OWNER_WITH_A_WAKER(
      pair -> {
        pair.ask();
        pair.ownersBell = new Bell();
        pair.made = pair.caller.poll(pair.ownersBell);
      }),
  OWNER_THAT_WAITS(
      pair -> {
        pair.ask();
        pair.owner = Waiting.start(() -> pair.tell(pair.caller.receive()));
      }),
  LEFT_TO_OTHERS(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.serveLater();
      }),
  LEFT_TO_A_FUTURE(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.source = new CompletableFuture<>();
        pair.serving().sendFrom(pair.source);
      }),
  ANSWERED(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.serve();
      }),
  FAILED(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.isAnswered = pair.serving().fail(pair.failure);
      }),
  TAKEN(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.serve();
        pair.collect();
      }),
  GIVEN_UP(
      pair -> {
        pair.ask();
        pair.made = pair.isServable();
        pair.serveLater();
        pair.stale = pair.left;
        pair.left = null;
        pair.made = pair.caller.abandon();
        pair.givenUp = Reply.Disposal.YES;
      }),
  LEFT_SEAT(
      pair -> {
        pair.serving().close();
        pair.leftSeat = Reply.Disposal.YES;
      }),
  CLOSED(
      pair -> {
        pair.caller.close();
        pair.closed = Reply.Disposal.YES;
      });

  private interface Steps {
    void run(CallPair pair);
  }

  private final Steps steps;

  CallSituation(Steps steps) {
    this.steps = steps;
  }

  /** Whether it is about a server at its seat. */
  boolean needsSeat() {
    return name().startsWith("SERVER") || this == LEFT_SEAT;
  }

  boolean hasThread() {
    return this == SERVER_THAT_WAITS || this == OWNER_THAT_WAITS;
  }

  CallPair enter(boolean hasSeat) {
    CallPair pair = new CallPair(hasSeat);
    steps.run(pair);
    return pair;
  }
}
