package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import io.multishot.modelchecker.Scenario;
import java.util.concurrent.CompletableFuture;

/** Handlers and futures of a slab's shots; executors that are late, refuse, or run a task twice. */
@SuppressWarnings("CheckReturnValue")
public final class SlotTasks {

  private SlotTasks() {}

  static final class Handled extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            slab.onReceive(id, handler);
            isAbandoned = slab.abandon(id);
          });
      actors.atEnd(
          () -> {
            checkEquals(isAbandoned ? 0 : 1, handler.runs());
            checkIsFree();
            return handler.tell() + " " + isSent;
          });
    }
  }

  static final class HandledByAnExecutor extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () -> {
            slab.onReceive(id, handler, Runnable::run);
            isWithdrawn = slab.withdraw(id);
          });
      actors.atEnd(
          () -> {
            checkEquals(isWithdrawn ? 0 : 1, handler.runs());
            checkEquals(isWithdrawn ? Poll.READY : Poll.UNKNOWN, slab.poll(id));
            return handler.tell();
          });
    }
  }

  static final class RefusedByAnExecutor extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "owner",
          () ->
              slab.onReceive(
                  id,
                  handler,
                  task -> {
                    throw new Scenario.Tolerated("refused");
                  }));
      actors.atEnd(
          () -> {
            checkEquals(0, handler.runs());
            checkEquals(Poll.READY, slab.poll(id));
            slab.onReceive(id, handler, Runnable::run);
            checkEquals(1, handler.runs());
            checkIsFree();
            return isSent;
          });
    }
  }

  /** An outcome that the executor refuses is the owner's again, who looks for it. */
  static final class RefusedAndTaken extends OneSlab {
    private final OneSlab.Handled handler = new OneSlab.Handled();

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(
          id,
          handler,
          task -> {
            throw new Scenario.Tolerated("refused");
          });
      send(actors);
      actors.add(
          "owner",
          () -> {
            polled = slab.poll(id);
            if (polled == Poll.READY) {
              checkIsShown();
              checkEquals(VALUE, slab.take(id));
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(0, handler.runs());
            checkEquals(polled == Poll.READY ? Poll.UNKNOWN : Poll.READY, slab.poll(id));
            return polled;
          });
    }
  }

  static final class Promised extends OneSlab {
    private boolean isCancelled;
    private String got = "";

    @Override
    public void setUp(Actors actors) {
      CompletableFuture<Integer> future = slab.toFuture(id);
      send(actors);
      actors.add("owner", () -> isCancelled = future.cancel(false));
      actors.atEnd(
          () -> {
            check(future.isDone(), "it is completed");
            got = future.isCancelled() ? "cancelled" : "value " + future.join();
            checkEquals(isCancelled, got.equals("cancelled"));
            checkIsFree();
            return got + " " + isSent;
          });
    }
  }

  /** The slot is used for another future while the first one is being completed. */
  static final class PromisedAgain extends OneSlab {
    private boolean isSentNext;

    @Override
    public void setUp(Actors actors) {
      CompletableFuture<Integer> future = slab.toFuture(id);
      send(actors);
      actors.add(
          "owner",
          () -> {
            long next = slab.tryAcquire();
            if (next != AnswerSlab.NONE) {
              CompletableFuture<Integer> second = slab.toFuture(next);
              isSentNext = slab.send(next, OTHER);
              checkEquals(OTHER, second.join());
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(VALUE, future.join());
            checkIsFree();
            return isSentNext;
          });
    }
  }

  static final class ByAnotherThread extends OneSlab {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final OneSlab.Handled handler = new OneSlab.Handled();

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(id, handler, tasks::put);
      send(actors);
      actors.add("executor", () -> tasks.take().run());
      actors.add("owner", () -> polled = slab.poll(id));
      actors.atEnd(
          () -> {
            checkEquals(1, handler.values);
            checkIsFree();
            return polled;
          });
    }
  }

  /** The executor keeps the task that it refuses, and runs it: once in all. */
  static final class RefusedAndRun extends OneSlab {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final OneSlab.Handled handler = new OneSlab.Handled();

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(
          id,
          handler,
          task -> {
            tasks.put(task);
            throw new Scenario.Tolerated("refused");
          });
      send(actors);
      actors.add("executor", () -> tasks.take().run());
      actors.atEnd(
          () -> {
            boolean isLeft = slab.poll(id) == Poll.READY;
            checkEquals(isLeft ? 0 : 1, handler.values);
            if (isLeft) {
              checkEquals(VALUE, slab.take(id));
            }
            checkIsFree();
            return isLeft ? "left" : "handled";
          });
    }
  }

  /** The second run of a task comes while the slot is used for the next shot. */
  static final class RunTwice extends OneSlab {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private final OneSlab.Handled second = new OneSlab.Handled();
    private long next;

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(
          id,
          handler,
          task -> {
            tasks.put(task);
            tasks.put(task);
          });
      slab.send(id, VALUE);
      actors.add("executor", () -> tasks.take().run());
      actors.add(
          "owner",
          () -> {
            tasks.take().run();
            next = slab.tryAcquire();
            if (next != AnswerSlab.NONE) {
              slab.onReceive(next, second, Runnable::run);
              isSent = slab.send(next, VALUE);
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(1, handler.values);
            checkEquals(isSent ? 1 : 0, second.values);
            checkIsFree();
            return isSent;
          });
    }
  }

  /** Two tasks of one slot: that of a shot which is given up by another, and the next one's. */
  static final class PreparedByTwo extends OneSlab implements Wide {
    private final OneSlab.Handled late = new OneSlab.Handled();
    private final OneSlab.Handled now = new OneSlab.Handled();
    private boolean isRegistered;
    private long next;

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(id, late, Runnable::run); // so that the slot has a task
      slab.withdraw(id);
      actors.add(
          "late owner",
          () -> {
            try {
              slab.onReceive(id, late, Runnable::run);
              isRegistered = true;
            } catch (IllegalStateException unknown) {
              // given up before
            }
          });
      actors.add(
          "owner",
          () -> {
            slab.abandon(id);
            next = slab.tryAcquire();
            slab.onReceive(next, now, Runnable::run);
          });
      actors.atEnd(
          () -> {
            check(slab.send(next, VALUE), "it is open");
            checkEquals(1, now.values);
            checkEquals(0, late.runs());
            return isRegistered;
          });
    }
  }

  static final class Withdrawn extends OneSlab implements Wide {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(id, handler, tasks::put);
      send(actors);
      actors.add(
          "executor",
          () -> {
            Runnable task = tasks.poll();
            if (task != null) {
              task.run();
            }
          });
      actors.add(
          "owner",
          () -> {
            isWithdrawn = slab.withdraw(id);
            if (isWithdrawn) {
              slab.onReceive(id, handler, Runnable::run);
            }
          });
      actors.atEnd(
          () -> {
            if (!tasks.isEmpty()) {
              checkEquals(Poll.UNKNOWN, slab.poll(id));
              return "queued";
            }
            checkEquals(1, handler.values);
            checkIsFree();
            return isWithdrawn;
          });
    }
  }

  /** What one executor runs and then refuses is not the next shot's, which another has accepted. */
  static final class RunAndRefused extends OneSlab implements Wide {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final OneSlab.Handled handler = new OneSlab.Handled();
    private final OneSlab.Handled second = new OneSlab.Handled();
    private long next;

    @Override
    public void setUp(Actors actors) {
      slab.onReceive(
          id,
          handler,
          task -> {
            task.run();
            throw new Scenario.Tolerated("refused");
          });
      send(actors);
      actors.add(
          "owner",
          () -> {
            next = slab.tryAcquire();
            if (next != AnswerSlab.NONE) {
              slab.onReceive(next, second, tasks::put);
              slab.fail(next, new IllegalStateException());
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(1, handler.values);
            if (next != AnswerSlab.NONE) {
              tasks.take().run();
              checkEquals(1, second.failures);
            }
            checkIsFree();
            return next != AnswerSlab.NONE;
          });
    }
  }
}
