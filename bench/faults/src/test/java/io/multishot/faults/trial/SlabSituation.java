package io.multishot.faults.trial;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** A state that a slab's shot can be in before an operation. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that keep nothing
enum SlabSituation {
  ARMED(shot -> {}),
  WAKER(
      shot -> {
        shot.bell = new Bell();
        shot.replies.slab().poll(shot.id, shot.bell);
      }),
  WAKER_THAT_THROWS(
      shot -> {
        shot.bell = new Bell.Broken();
        shot.replies.slab().poll(shot.id, shot.bell);
      }),
  HANDLER(shot -> shot.handle(shot.listener(), null)),
  HANDLER_THAT_THROWS(shot -> shot.handle(shot.broken(), null)),
  HANDLER_WITH_A_QUEUE(shot -> shot.handle(shot.listener(), shot.tasks)),
  HANDLER_RUN_AT_ONCE(shot -> shot.handle(shot.listener(), Runnable::run)),
  HANDLER_THAT_THROWS_IN_A_QUEUE(shot -> shot.handle(shot.broken(), shot.tasks)),
  HANDLER_REFUSED(
      shot -> {
        shot.isRefused = true;
        shot.handle(
            shot.listener(),
            task -> {
              throw new RejectedExecutionException("refused");
            });
      }),
  HANDLER_RUN_AND_REFUSED(
      shot ->
          shot.handle(
              shot.listener(),
              task -> {
                task.run();
                throw new RejectedExecutionException("run, and refused");
              })),
  HANDLER_QUEUED(
      shot -> {
        shot.handle(shot.listener(), shot.tasks);
        shot.send();
      }),
  HANDLER_QUEUED_FOR_A_FAILURE(
      shot -> {
        shot.handle(shot.listener(), shot.tasks);
        shot.fail();
      }),
  FUTURE(
      shot -> {
        shot.hasCallback = true;
        shot.future = shot.replies.slab().toFuture(shot.id);
      }),
  VALUE(SlabShot::send),
  VALUE_AFTER_A_WAKER(
      shot -> {
        shot.replies.slab().poll(shot.id, new Bell());
        shot.send();
      }),
  FAILED(SlabShot::fail),
  DISCONNECTED(SlabShot::disconnect),
  ABANDONED(
      shot -> {
        shot.replies.slab().abandon(shot.id);
        shot.disposal = Reply.Disposal.YES;
      }),
  CLOSED(
      shot -> {
        shot.replies.slab().close();
        shot.isOver = true;
        shot.closed = Reply.Disposal.YES;
      }),
  LEFT_TO_A_FUTURE(shot -> shot.leave(new CompletableFuture<>())),
  LEFT_TO_A_FUTURE_WITH_A_HANDLER(
      shot -> {
        shot.leave(new CompletableFuture<>());
        shot.handle(shot.listener(), null);
      }),
  THREAD(shot -> shot.waiting = Waiting.start(() -> shot.tell(shot.replies.receive(shot.id))));

  /** Brings a shot that is open into this state. */
  private interface Steps {
    void run(SlabShot shot);
  }

  private final Steps steps;

  SlabSituation(Steps steps) {
    this.steps = steps;
  }

  SlabShot enter(String kind) {
    SlabShot shot = new SlabShot(Replies.of(kind));
    steps.run(shot);
    return shot;
  }
}
