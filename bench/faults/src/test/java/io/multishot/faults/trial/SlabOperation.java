package io.multishot.faults.trial;

import io.multishot.Poll;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** What is run with a slab while errors are thrown. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that keep nothing
enum SlabOperation {
  TRY_ACQUIRE(Part.SLAB, shot -> shot.another = shot.replies.slab().tryAcquire()),
  TRY_ACQUIRE_IN_TIME(
      Part.SLAB, shot -> shot.another = shot.replies.tryAcquire(SlabShot.DEADLINE + 1)),
  IN_FLIGHT(Part.SLAB, shot -> shot.made = shot.replies.slab().inFlight()),
  FOR_EACH_PENDING(Part.SLAB, shot -> shot.replies.slab().forEachPending(id -> shot.made = id)),
  TO_STRING(Part.SLAB, shot -> shot.made = shot.replies.slab().toString()),
  SEND(Part.SENDER, SlabShot::send),
  FAIL(Part.SENDER, SlabShot::fail),
  DISCONNECT(Part.SENDER, SlabShot::disconnect),
  EXPIRE(
      Part.SENDER,
      shot -> {
        shot.isAttempted = true;
        shot.isOver |= shot.replies.expire(SlabShot.DEADLINE) > 0;
      }),
  FAIL_ALL(
      Part.SENDER,
      shot -> {
        shot.isAttempted = true;
        shot.isOver |= shot.replies.slab().failAll(shot.failure) > 0;
      }),
  CLOSE(
      Part.SENDER,
      shot -> {
        shot.isAttempted = true;
        shot.closed = Reply.Disposal.MAYBE;
        shot.replies.slab().close();
        shot.closed = Reply.Disposal.YES;
      }),
  SEND_FROM_A_COMPLETE_FUTURE(
      Part.SENDER,
      shot -> {
        shot.isAttempted = true;
        shot.leave(CompletableFuture.completedFuture(shot.value()));
      }),
  SEND_FROM_A_FAILED_FUTURE(
      Part.SENDER,
      shot -> {
        shot.isAttempted = true;
        shot.leave(CompletableFuture.failedFuture(shot.failure));
      }),
  SEND_FROM_A_FUTURE(Part.SENDER, shot -> shot.leave(new CompletableFuture<>())),
  COMPLETE_THE_SOURCE(
      Part.SOURCE,
      shot -> {
        shot.isAttempted = true;
        Objects.requireNonNull(shot.source).complete(shot.value());
      }),
  POLL(Part.OWNER, shot -> shot.replies.slab().poll(shot.id)),
  @SuppressWarnings("CheckReturnValue")
  FAILURE(Part.OWNER, shot -> shot.replies.slab().failure(shot.id)),
  POLL_WITH_A_WAKER(Part.OWNER, shot -> shot.replies.slab().poll(shot.id, new Bell())),
  WITHDRAW(
      Part.OWNER,
      shot -> {
        shot.disposal = shot.future == null ? shot.disposal : Reply.Disposal.MAYBE;
        shot.replies.slab().withdraw(shot.id);
      }),
  TAKE(Part.OWNER, shot -> shot.tell(shot.replies.take(shot.id))),
  AWAIT_IN_VAIN(Part.OWNER, shot -> shot.replies.slab().await(shot.id, 20, TimeUnit.MICROSECONDS)),
  AWAIT(Part.OWNER, shot -> block(shot, () -> shot.replies.slab().await(shot.id))),
  RECEIVE(Part.LEAVING, shot -> block(shot, () -> shot.tell(shot.replies.receive(shot.id)))),
  RECEIVE_UNINTERRUPTIBLY(
      Part.OWNER,
      shot -> block(shot, () -> shot.tell(shot.replies.receiveUninterruptibly(shot.id)))),
  RECEIVE_IN_VAIN(Part.LEAVING, shot -> shot.tell(shot.replies.receiveInVain(shot.id))),
  RECEIVE_INTERRUPTED(
      Part.LEAVING,
      shot -> {
        Thread.currentThread().interrupt();
        shot.tell(shot.replies.receive(shot.id));
      }),
  ABANDON(
      Part.LEAVING,
      shot -> {
        boolean isAbandoned = shot.replies.slab().abandon(shot.id);
        if (shot.disposal == Reply.Disposal.MAYBE) {
          shot.disposal = isAbandoned ? Reply.Disposal.YES : Reply.Disposal.NO;
        }
      }),
  ON_RECEIVE(Part.OWNER, shot -> shot.handle(shot.listener(), null)),
  ON_RECEIVE_WITH_A_QUEUE(Part.OWNER, shot -> shot.handle(shot.listener(), shot.tasks)),
  ON_RECEIVE_AT_ONCE(Part.OWNER, shot -> shot.handle(shot.listener(), Runnable::run)),
  ON_RECEIVE_REFUSED(
      Part.OWNER,
      shot -> {
        shot.isRefused = true;
        shot.handle(
            shot.listener(),
            task -> {
              throw new RejectedExecutionException("refused");
            });
      }),
  TO_FUTURE(
      Part.OWNER,
      shot -> {
        shot.hasCallback = true;
        shot.future = shot.replies.slab().toFuture(shot.id);
      }),
  CANCEL(
      Part.FUTURE,
      shot -> {
        shot.disposal = Reply.Disposal.MAYBE;
        Objects.requireNonNull(shot.future).cancel(true);
      }),
  COMPLETE_EXCEPTIONALLY(
      Part.FUTURE,
      shot -> {
        shot.disposal = Reply.Disposal.MAYBE;
        Objects.requireNonNull(shot.future).completeExceptionally(new Bell.UsersException());
      }),
  RUN_TASK(Part.TASK, shot -> shot.tasks.runOne());

  /** What an operation needs, and may do. */
  enum Part {
    /** Anybody may do it, and it leaves the shot alone. */
    SLAB,
    SENDER,
    SOURCE,
    OWNER,
    /** It is the owner's, and gives the shot up if there is no outcome. */
    LEAVING,
    FUTURE,
    TASK
  }

  private interface Steps {
    void run(SlabShot shot) throws Exception;
  }

  final Part part;
  private final Steps steps;

  SlabOperation(Part part, Steps steps) {
    this.part = part;
    this.steps = steps;
  }

  /** Whether what was registered before is not to be told any more. */
  boolean isOwnersWait() {
    return part == Part.OWNER || (part == Part.LEAVING && this != ABANDON);
  }

  /** Whether it parks. */
  boolean waits() {
    return name().startsWith("AWAIT") || name().startsWith("RECEIVE");
  }

  boolean isPossible(SlabShot shot) {
    return switch (part) {
      case SLAB, SENDER -> true;
      case SOURCE -> shot.source != null;
      case OWNER, LEAVING -> shot.waiting == null;
      case FUTURE -> shot.future != null;
      case TASK -> !shot.tasks.isEmpty();
    };
  }

  void run(SlabShot shot) throws Exception {
    if (part == Part.LEAVING && shot.disposal == Reply.Disposal.NO) {
      shot.disposal = Reply.Disposal.MAYBE;
    }
    steps.run(shot);
  }

  /** Runs what may block, and ends the shot from another thread if it does. */
  private static void block(SlabShot shot, Waiting.Wait wait) throws Exception {
    if (shot.isOver || shot.replies.slab().poll(shot.id) != Poll.PENDING) {
      wait.run();
    } else {
      Helper.whileParked(
          () -> {
            if (shot.source != null) {
              shot.isOver = true;
              shot.source.complete(shot.value());
            } else {
              shot.send();
            }
          },
          () -> shot.replies.slab().close(),
          wait);
    }
  }
}
