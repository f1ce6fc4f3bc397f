package io.multishot.faults.trial;

import io.multishot.CallTimeoutException;
import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.faults.Breach;
import io.multishot.faults.Injector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a caller or its server in one state, run once; and what must hold afterwards: a
 * question is asked or not; if it is, it can be served, and is answered once; and the next as well.
 */
@SuppressWarnings("multishot") // requests are used at any time, to see what comes of it
final class CallTrial implements Tried {

  private static final int NEXT = 2;

  private final CallSituation situation;
  private final CallOperation operation;
  private final CallPair pair;
  private final boolean isPrepared;
  private final boolean wasAwaited;

  /** Whether there was a question open, or an answer. */
  private final boolean wasThere;

  private final @Nullable Bell watcher;
  private @Nullable Throwable thrown;
  private boolean hasReturned;

  CallTrial(boolean hasSeat, CallSituation situation, CallOperation operation) {
    this.situation = situation;
    this.operation = operation;
    this.pair = situation.enter(hasSeat);
    this.isPrepared = operation.isPossible(pair);
    this.wasAwaited = pair.ownersBell != null;
    this.wasThere = pair.isOpen();
    this.watcher = pair.watcher;
  }

  @Override
  public String situation() {
    return situation.name();
  }

  @Override
  public String operation() {
    return operation.name();
  }

  @Override
  public boolean isPrepared() {
    return isPrepared;
  }

  @Override
  public @Nullable Throwable thrown() {
    return thrown;
  }

  @Override
  public void run() {
    try {
      operation.run(pair);
      hasReturned = true;
    } catch (Throwable any) {
      thrown = any;
    }
  }

  @Override
  public void check(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches) {
    boolean unused = Thread.interrupted();
    pair.mayNotHaveAsked = operation.part == CallOperation.Part.ASKING && thrown != null;
    pair.mayHaveBeenRead =
        operation.part == CallOperation.Part.SERVER
            && (thrown instanceof StackOverflowError || excuse.covers("requireNonNull"));
    try {
      hear(breaches);
      finish(excuse, breaches);
      for (int i = 0; i < NEXT && pair.closed == Reply.Disposal.NO; i++) {
        checkNext(excuse, breaches);
      }
      checkClosing(excuse, breaches);
      pair.foreign.forEach(each -> breaches.accept(Breach.FOREIGN, each));
    } catch (Undecided undecided) {
      // so many others were decided
    } catch (Throwable unexpected) {
      StackTraceElement[] trace = unexpected.getStackTrace();
      breaches.accept(
          Breach.STRANGE,
          "afterwards " + unexpected + (trace.length == 0 ? "" : " at " + trace[0]));
    }
  }

  /** It is not known whether a thread would have been woken. */
  private static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What the operation has shown. */
  private void hear(BiConsumer<Breach, String> breaches) {
    Throwable any = thrown;
    if (any == null || Injector.isInjected(any) || any instanceof StackOverflowError) {
      return;
    }
    if (any instanceof CompletionException || any instanceof DisconnectedException) {
      pair.tellFailure(any);
    } else if (!(any instanceof TimeoutException) && !(any instanceof CallTimeoutException)) {
      breaches.accept(Breach.STRANGE, "threw " + any);
    }
  }

  private void finish(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches)
      throws InterruptedException {
    if (hasReturned && (operation == CallOperation.ASK || pair.closed == Reply.Disposal.YES)) {
      joinServer(breaches);
    }
    boolean isOpen = pair.server == null && pair.isOpen();
    if (isOpen) {
      checkAsking(excuse, breaches);
      answer(breaches);
    } else if (operation.part == CallOperation.Part.SERVER
        && thrown != null
        && wasThere
        && pair.left == null) {
      breaches.accept(Breach.THREW_THOUGH_ENDED, "and the question is over");
    }
    Waiting owner = pair.owner;
    if (owner != null) {
      join(owner, breaches);
      Throwable shown = owner.thrown();
      if (shown != null) {
        pair.tellFailure(shown);
      }
    }
    if (pair.server == null) {
      pair.collect();
    }
    if (pair.told > 1) {
      breaches.accept(Breach.TWICE, "told " + pair.told + " times");
    }
    if (pair.isAnswered
        && pair.told == 0
        && pair.server == null
        && pair.givenUp == Reply.Disposal.NO
        && situation != CallSituation.TAKEN) {
      breaches.accept(Breach.LOST, "it was answered, and nobody was told");
    }
    checkBells(excuse, breaches);
  }

  /** A question that is open though to ask has thrown: by a stub there is none. */
  private void checkAsking(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches) {
    if (operation.part != CallOperation.Part.ASKING || thrown == null) {
      return;
    }
    if (operation != CallOperation.ASK && !excuse.covers(Invariants.Excuse.TIDYING)) {
      breaches.accept(Breach.THREW_THOUGH_ENDED, "a stub has left its question open");
    }
    Bell bell = pair.serversBell;
    if (bell != null
        && bell.runs == 0
        && !(thrown instanceof StackOverflowError) // then the next one wakes it
        && !excuse.covers("wake")) {
      breaches.accept(Breach.UNWOKEN, "the question is open, and the server was not woken");
    }
  }

  /** An open question can be answered by whoever has it, unless nobody does. */
  private void answer(BiConsumer<Breach, String> breaches) {
    if (pair.told > 0 || pair.isAnswered) {
      breaches.accept(Breach.TWICE, "open, though it was answered: told " + pair.told);
    }
    if (pair.givenUp == Reply.Disposal.YES) {
      breaches.accept(Breach.STRANGE, "given up, and open");
    }
    pair.givenUp = Reply.Disposal.NO; // what may have been done was not
    CompletableFuture<Object> source = pair.source;
    if (pair.left != null) {
      pair.isAnswered = pair.left.send(pair.answer());
    } else if (source != null) {
      if (source.isDone() && thrown == null) {
        breaches.accept(Breach.LOST, "its source is complete, and the question is open");
      }
      pair.isAnswered = source.complete(pair.answer()) || pair.caller.abandon();
      pair.givenUp = source.isDone() ? pair.givenUp : Reply.Disposal.YES;
    } else if (pair.leftSeat == Reply.Disposal.YES) {
      if (!(thrown instanceof StackOverflowError)) { // then the next one is disconnected
        breaches.accept(Breach.PARKED, "nobody serves the question, and it is open");
      }
      return;
    } else if (pair.leftSeat == Reply.Disposal.MAYBE) {
      pair.serving().close();
      pair.leftSeat = Reply.Disposal.YES;
    } else if (pair.isServable()) {
      pair.serve();
      if (!pair.isAnswered) {
        breaches.accept(Breach.SENDER_DEAD, "an open question cannot be answered");
      }
    } else if (pair.hasSeat) {
      breaches.accept(Breach.LOST, "the question is open, and not shown");
    } else {
      pair.made = pair.caller.abandon(); // nobody has the request
      pair.givenUp = Reply.Disposal.YES;
    }
    if (pair.isOpen()) {
      breaches.accept(Breach.SENDER_DEAD, "answered, and open");
    }
  }

  private void checkBells(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches) {
    Bell owners = pair.ownersBell;
    if (owners != null
        && wasAwaited
        && operation.part != CallOperation.Part.RECEIVING
        && pair.givenUp == Reply.Disposal.NO
        && owners.runs != 1
        && !excuse.covers("wake")) {
      breaches.accept(Breach.UNWOKEN, "the owner's waker ran " + owners.runs + " times");
    }
    if (watcher != null && pair.watcher == watcher && !excuse.covers("wake")) {
      boolean isLeft = hasReturned && pair.givenUp == Reply.Disposal.YES && pair.told == 0;
      boolean isUntold = isLeft && wasThere && watcher.runs == 0 && !pair.isAnswered;
      if (isUntold || watcher.runs > 1 || (pair.isAnswered && watcher.runs > 0)) {
        breaches.accept(Breach.ABANDONED_UNTOLD, "its waker ran " + watcher.runs + " times");
      }
    }
  }

  private void joinServer(BiConsumer<Breach, String> breaches) throws InterruptedException {
    Waiting server = pair.server;
    if (server != null) {
      join(server, breaches);
      pair.server = null;
    }
  }

  private static void join(Waiting waiting, BiConsumer<Breach, String> breaches)
      throws InterruptedException {
    switch (waiting.join()) {
      case WOKEN -> {}
      case PARKED -> breaches.accept(Breach.PARKED, "a thread, until it was interrupted");
      case UNKNOWN -> throw new Undecided();
    }
  }

  /** The next question can be asked, and is answered; a late answer to the last one is nobody's. */
  private void checkNext(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches)
      throws InterruptedException {
    pair.mayNotHaveAsked = false;
    pair.mayHaveBeenRead = false;
    pair.made = pair.caller.abandon();
    if (pair.hasSeat && pair.server == null && pair.serversBell == null) {
      Bell next = new Bell(); // nobody is registered, or one who may be replaced
      pair.serversBell = pair.serving().pollRequest(next) == Poll.PENDING ? next : null;
    }
    Bell bell = pair.serversBell;
    pair.ask();
    EchoCall.Request stale = pair.stale;
    if (stale != null) {
      pair.stale = null;
      if (stale.send(-1)) {
        breaches.accept(Breach.WANTED_BY_NOBODY, "the answer to a question that was given up");
      }
    }
    if (pair.leftSeat == Reply.Disposal.MAYBE) {
      pair.serving().close();
      pair.leftSeat = Reply.Disposal.YES;
    }
    if (pair.leftSeat == Reply.Disposal.YES) {
      if (pair.caller.poll() != Poll.DISCONNECTED) {
        breaches.accept(Breach.PARKED, "nobody serves the next question, and it is open");
      }
      return;
    }
    if (bell != null && bell.runs == 0 && !excuse.covers("wake")) {
      breaches.accept(Breach.UNWOKEN, "the server's waker has not run");
    }
    pair.serversBell = null;
    joinServer(breaches);
    if (pair.isOpen()) {
      if (!pair.isServable()) {
        breaches.accept(Breach.RECEIVER_DEAD, "the next question is not shown");
        return;
      }
      pair.serve();
    }
    pair.collect();
    if (!pair.isAnswered || pair.told != 1) {
      breaches.accept(
          Breach.RECEIVER_DEAD,
          "the next question: answered %s, told %d".formatted(pair.isAnswered, pair.told));
    }
  }

  private void checkClosing(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches)
      throws InterruptedException {
    pair.caller.close();
    joinServer(breaches);
    Bell bell = pair.serversBell;
    if (bell != null
        && bell.runs == 0
        && pair.leftSeat == Reply.Disposal.NO
        && !excuse.covers("wake")) {
      breaches.accept(Breach.UNWOKEN, "the server's waker has not run, and the caller is closed");
    }
    if (pair.hasSeat && pair.serving().pollRequest() != Poll.DISCONNECTED) {
      breaches.accept(Breach.STRANGE, "closed, and the seat is not told");
    }
    if (pair.caller.poll() != Poll.DISCONNECTED) {
      breaches.accept(Breach.STRANGE, "closed, and there is something");
    }
  }
}
