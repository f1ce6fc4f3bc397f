package io.multishot.faults.trial;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.faults.Injector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A caller, its server, and what is known of the question that was asked last. */
/* Two threads at once are for the other lanes: one writes when the other is parked. */
@SuppressWarnings({"multishot", "NonAtomicVolatileUpdate"})
final class CallPair {

  final boolean hasSeat;
  final EchoCall.Caller caller = EchoCall.open();

  /** The seat; otherwise the request that was handed over. */
  volatile EchoCall.@Nullable Request request;

  /** What the server was given to answer later. */
  EchoCall.@Nullable Request left;

  /** That of a question that was given up. */
  EchoCall.@Nullable Request stale;

  @Nullable CompletableFuture<Object> source;
  final Reply.Failure failure = new Reply.Failure();

  /** What is not as it should be; noted where it is seen. */
  final List<String> foreign = new ArrayList<>();

  volatile long number;

  /** How often the owner was shown an outcome of this question. */
  int told;

  /** Whether to ask has thrown. */
  boolean mayNotHaveAsked;

  /** Whether a serve that threw may have read the question already, which it does once. */
  boolean mayHaveBeenRead;

  /** Whether the server was told that somebody wants its answer. */
  volatile boolean isAnswered;

  Reply.Disposal givenUp = Reply.Disposal.NO;
  Reply.Disposal closed = Reply.Disposal.NO;
  Reply.Disposal leftSeat = Reply.Disposal.NO;

  /** Of a server that waits at its seat. */
  @Nullable Bell serversBell;

  @Nullable Bell ownersBell;

  /** What is to run when the question is given up. */
  @Nullable Bell watcher;

  /** A server that waits for a question, or serves it. */
  volatile @Nullable Waiting server;

  /** An owner that waits for an answer. */
  @Nullable Waiting owner;

  /** What an operation was for. */
  @Nullable Object made;

  CallPair(boolean hasSeat) {
    this.hasSeat = hasSeat;
    this.request = hasSeat ? caller.request() : null;
  }

  /** What serves: never {@code null} where an operation needs it. */
  EchoCall.Request serving() {
    return Objects.requireNonNull(request);
  }

  void ask() {
    begin();
    EchoCall.Request asked = caller.askEcho(number, number);
    if (!hasSeat) {
      request = asked;
    }
  }

  /** Asks, and waits for the answer. */
  void call(long nanos) {
    begin();
    Declarations.AnEcho stub =
        hasSeat
            ? caller.blocking(nanos, TimeUnit.NANOSECONDS)
            : caller.blocking(asked -> request = asked, nanos, TimeUnit.NANOSECONDS);
    tell(stub.echo(number, number));
  }

  private void begin() {
    number++;
    told = 0;
    isAnswered = false;
    left = null;
    source = null;
    watcher = null;
    givenUp = Reply.Disposal.NO;
    if (!hasSeat) {
      request = null;
    }
  }

  boolean isOpen() {
    return caller.poll() == Poll.PENDING;
  }

  /** Whether there is a question that a server was shown, or can be. */
  boolean isServable() {
    return isOpen()
        && left == null
        && source == null
        && server == null
        && leftSeat == Reply.Disposal.NO
        && request != null
        && (!hasSeat || serving().pollRequest() == Poll.READY);
  }

  /** As often as it is shown it. */
  void serve() {
    isAnswered |= serving().serve((Declarations.AnEcho) this::echo);
  }

  private Object echo(long asked, @Nullable Object twin) {
    boolean isGone = twin == null && mayHaveBeenRead;
    boolean isLate = server != null && asked == number - 1; // a thread serves what was given up
    if (!(asked == number || isLate) || !(isGone || Objects.equals(twin, asked))) {
      foreign.add("a question, %d and %s".formatted(asked, twin));
    }
    return asked;
  }

  void serveLater() {
    boolean unused =
        serving()
            .serve(
                (asked, twin, given) -> {
                  left = given;
                  Object unusedToo = echo(asked, twin);
                });
  }

  Object answer() {
    return number;
  }

  void tell(Object answer) {
    if (mayNotHaveAsked && answer.equals(number - 1)) {
      return; // it lies there still
    }
    told++;
    if (mayNotHaveAsked && !isAnswered) {
      foreign.add("an answer that nobody gave, " + answer);
    }
    if (!answer.equals(number)) {
      foreign.add("an answer, " + answer);
    }
  }

  void tellFailure(Throwable thrown) {
    told++;
    Throwable seen = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (seen != failure
        && !(seen instanceof Bell.UsersException)
        && !(seen instanceof DisconnectedException)
        && !(seen instanceof StackOverflowError)
        && !(seen != null && Injector.isInjected(seen))) {
      foreign.add("a failure, " + seen);
    }
  }

  /** Takes what is there. */
  void collect() {
    switch (caller.poll()) {
      case READY -> tell(caller.take());
      case FAILED -> {
        tellFailure(Objects.requireNonNull(caller.failure()));
        caller.drop();
      }
      default -> caller.drop(); // disconnected, or idle
    }
  }
}
