package io.multishot.faults.trial;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Slab;
import io.multishot.faults.Breach;
import io.multishot.faults.Injector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One operation on a slab with one shot in one state, run once; and what must hold afterwards. */
final class SlabTrial implements Tried {

  private final String kind;
  final SlabSituation situation;
  final SlabOperation operation;
  final SlabShot shot;
  private final boolean isPrepared;
  private final Reply.Disposal before;

  /** What was registered before, and what has to be told therefore. */
  private final boolean wasAwaited;

  /** A waker that is registered afterwards. */
  private final Bell other = new Bell();

  private boolean isOtherRegistered;
  private @Nullable Throwable thrown;
  private boolean hasReturned;

  SlabTrial(String kind, SlabSituation situation, SlabOperation operation) {
    this.kind = kind;
    this.situation = situation;
    this.operation = operation;
    this.shot = situation.enter(kind);
    this.isPrepared = operation.isPossible(shot);
    this.before = shot.disposal;
    this.wasAwaited = shot.bell != null;
    shot.wasWanted = false;
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
      operation.run(shot);
      hasReturned = true;
    } catch (Throwable any) {
      thrown = any;
    }
  }

  /**
   * Finds out whether all is as promised: what has come of the shot, and whether slots can be used.
   *
   * @param excuse whether user code was to fail there
   */
  @Override
  public void check(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches) {
    boolean unused = Thread.interrupted();
    try {
      hear(breaches);
      finish(excuse, breaches);
      shot.foreign.forEach(each -> breaches.accept(Breach.FOREIGN, each));
      checkReuse(breaches);
    } catch (Undecided undecided) {
      // so many others were decided
    } catch (Throwable unexpected) {
      breaches.accept(Breach.STRANGE, "afterwards " + unexpected + at(unexpected));
    }
  }

  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** It is not known whether a thread would have been woken. */
  private static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void hear(BiConsumer<Breach, String> breaches) {
    Throwable any = thrown;
    if (any != null && !Injector.isInjected(any) && !isOverflow(any)) {
      boolean isOutcome =
          any instanceof CompletionException || any instanceof DisconnectedException;
      if (isOutcome && (shot.isOver || (operation.waits() && shot.isAttempted))) {
        Throwable cause = any.getCause();
        shot.tellFailure(cause == null ? any : cause);
      } else if (!isOutcome
          && !(any instanceof IllegalStateException)
          && !(any instanceof TimeoutException)
          && !(any instanceof InterruptedException
              && operation == SlabOperation.RECEIVE_INTERRUPTED)) {
        breaches.accept(Breach.STRANGE, "threw " + any);
      }
    }
    if (operation.part == SlabOperation.Part.SENDER
        && hasReturned
        && shot.wasWanted
        && before == Reply.Disposal.YES) {
      breaches.accept(Breach.WANTED_BY_NOBODY, "true, and abandoned");
    }
  }

  private static boolean isOverflow(Throwable any) {
    return any instanceof StackOverflowError || any.getCause() instanceof StackOverflowError;
  }

  private void finish(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches)
      throws InterruptedException {
    settle();
    Slab<?, ?> slab = shot.replies.slab();
    boolean wasPending = slab.poll(shot.id) == Poll.PENDING;
    boolean isStillAwaited = wasAwaited && !operation.isOwnersWait() && !wasPending;
    if (wasPending && shot.closed == Reply.Disposal.YES) {
      breaches.accept(Breach.STRANGE, "closed, and a shot is open");
    }
    if (wasPending) {
      if (shot.told > 0 || (shot.isOver && shot.waiting == null)) {
        breaches.accept(Breach.TWICE, "open, though it has ended: told " + shot.told);
      }
      shot.disposal = Reply.Disposal.NO; // what it may have done, it has not
      CompletableFuture<Object> source = shot.source;
      if (source != null && source.isDone() && thrown == null) {
        breaches.accept(Breach.LOST, "its source is complete, and the shot is open");
      }
      registerAnother(breaches);
      if (source != null && !source.isDone()) {
        shot.isOver = true;
        source.complete(shot.value());
      } else {
        shot.send();
        if (!shot.wasWanted) {
          breaches.accept(Breach.SENDER_DEAD, "an open shot cannot be ended");
        }
      }
    } else if (operation.part == SlabOperation.Part.SENDER
        && thrown != null
        && Injector.isInjected(thrown)
        && operation != SlabOperation.CLOSE
        && before == Reply.Disposal.NO
        && !shot.isOver) {
      breaches.accept(Breach.THREW_THOUGH_ENDED, "and the shot is over");
      shot.isOver = true;
    }
    joinThread(breaches);
    settle();
    CompletableFuture<?> future = shot.future;
    if (future != null && !future.isDone()) {
      breaches.accept(Breach.FUTURE_NEVER_DONE, "though its shot is over");
    }
    shot.hearFuture();
    boolean isLeft = shot.isKnown();
    shot.collect();
    boolean isUsersFault =
        excuse.covers("received")
            || excuse.covers("failed")
            || excuse.covers("execute")
            || excuse.covers("accept");
    if (shot.hasCallback && isLeft && !isUsersFault && !shot.isRefused && !mayBeWithdrawn()) {
      breaches.accept(Breach.UNTOLD, "a handler or a future; the outcome is there");
    }
    Breach breach = shot.breachOfTelling();
    if (breach != null && !(breach == Breach.LOST && isUsersFault)) {
      breaches.accept(breach, "told " + shot.told + ", disposed of: " + shot.disposal);
    }
    Bell bell = shot.bell;
    if (bell != null && isStillAwaited && bell.runs != 1 && !excuse.covers("wake")) {
      breaches.accept(
          bell.runs == 0 ? Breach.UNWOKEN : Breach.WOKEN_WRONGLY, "it ran " + bell.runs + " times");
    } else if (bell != null && bell.runs > 1) {
      breaches.accept(Breach.WOKEN_WRONGLY, "it ran " + bell.runs + " times");
    }
    if (isOtherRegistered && other.runs != 1) {
      breaches.accept(
          Breach.UNWOKEN, "what was registered afterwards ran %d times".formatted(other.runs));
    }
    if (shot.another != Slab.NONE && !slab.abandon(shot.another)) {
      breaches.accept(Breach.STRANGE, "what was acquired is not there");
    }
    if (slab.inFlight() != 0) {
      breaches.accept(
          Breach.RECEIVER_DEAD,
          "its slot is in use still: %s, %s".formatted(slab, slab.poll(shot.id)));
    }
  }

  /** Where nothing is registered for the shot, a waker can be. */
  private void registerAnother(BiConsumer<Breach, String> breaches) {
    if (shot.hasCallback || shot.waiting != null) {
      return;
    }
    try {
      Poll unused = shot.replies.slab().poll(shot.id, other);
      isOtherRegistered = true;
    } catch (IllegalStateException refused) {
      breaches.accept(Breach.LEFT_REGISTERED, refused.getMessage());
    }
  }

  /** Whether what was registered may be there no more, or was never registered. */
  private boolean mayBeWithdrawn() {
    return operation == SlabOperation.WITHDRAW || thrown != null;
  }

  private void settle() {
    while (!shot.tasks.isEmpty()) {
      shot.tasks.runOne();
    }
    shot.hearFuture();
  }

  private void joinThread(BiConsumer<Breach, String> breaches) throws InterruptedException {
    Waiting waiting = shot.waiting;
    if (waiting == null) {
      return;
    }
    switch (waiting.join()) {
      case WOKEN -> {}
      case PARKED -> breaches.accept(Breach.PARKED, "a thread, until it was interrupted");
      case UNKNOWN -> throw new Undecided();
    }
    Throwable shown = waiting.thrown();
    if (shown != null && !(shown instanceof IllegalStateException)) {
      Throwable cause = shown instanceof CompletionException ? shown.getCause() : shown;
      shot.tellFailure(cause == null ? shown : cause);
    }
  }

  /** Each slot once with each way to wait. */
  private void checkReuse(BiConsumer<Breach, String> breaches) {
    Slab<?, ?> slab = shot.replies.slab();
    if (shot.closed != Reply.Disposal.NO) {
      if (shot.closed == Reply.Disposal.YES && shot.replies.slab().tryAcquire() > 0) {
        breaches.accept(Breach.STRANGE, "closed, and a slot can be acquired");
      }
      return;
    }
    for (Use use : Use.values()) {
      if (use == Use.A_GROUP || use == Use.A_THREAD) {
        continue;
      }
      for (int slot = 0; slot < Replies.CAPACITY; slot++) {
        SlabShot next = shot;
        next.id = slab.tryAcquire();
        next.told = 0;
        if (next.id <= 0) {
          breaches.accept(Breach.RECEIVER_DEAD, "a slot cannot be acquired: " + slab);
          return;
        }
        useOnce(use, next, breaches);
      }
    }
    if (slab.inFlight() != 0) {
      breaches.accept(Breach.RECEIVER_DEAD, "a slot stays in use: " + slab);
    }
  }

  private void useOnce(Use use, SlabShot next, BiConsumer<Breach, String> breaches) {
    Bell bell = new Bell();
    switch (use) {
      case POLLING -> bell.runs = 1;
      case A_WAKER -> next.replies.slab().poll(next.id, bell);
      default -> bell.runs = 1;
    }
    switch (use) {
      case A_HANDLER -> next.handle(next.listener(), null);
      case A_HANDLER_WITH_A_QUEUE -> next.handle(next.listener(), next.tasks);
      case A_FUTURE -> next.future = next.replies.slab().toFuture(next.id);
      default -> {}
    }
    next.send();
    settle();
    next.collect();
    if (!next.wasWanted || next.told != 1 || bell.runs != 1) {
      breaches.accept(
          Breach.RECEIVER_DEAD,
          "a later shot, %s: sent %s, told %d, woken %d"
              .formatted(use, next.wasWanted, next.told, bell.runs));
    }
  }

  @Override
  public String toString() {
    return kind + ", " + situation + ", " + operation;
  }
}
