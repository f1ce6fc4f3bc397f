package io.multishot.soak;

import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor for one handler: another object each time, which goes wrong in one of these ways. */
final class FaultyExecutor implements Executor {

  /** What it does with the task. */
  enum Way {
    RUNS(true, false),
    HANDS_OVER(true, false),
    RUNS_TWICE(true, false),
    RUNS_AND_HANDS_OVER(true, false),
    RUNS_AND_REFUSES(true, false),
    REFUSES(false, true),
    /** The task comes when the requester has gone on to other shots. */
    REFUSES_AND_RUNS_LATE(false, true),
    /** Whether the handler is run is up to who is first. */
    HANDS_OVER_AND_REFUSES(false, false);

    /** Whether the handler has to be run. */
    final boolean mustRun;

    /** Whether it must not be. */
    final boolean mustNotRun;

    Way(boolean mustRun, boolean mustNotRun) {
      this.mustRun = mustRun;
      this.mustNotRun = mustNotRun;
    }
  }

  private final Harness harness;
  private final Way way;
  private final Executor tasks;
  private final Queue<Runnable> stale;

  /** What is still to end: {@code execute} itself, tasks handed over, and faults thrown. */
  private final AtomicInteger open = new AtomicInteger(1);

  /**
   * Makes an executor.
   *
   * @param tasks what it hands tasks over to
   * @param stale takes the tasks that are to be run late
   */
  FaultyExecutor(Harness harness, Way way, Executor tasks, Queue<Runnable> stale) {
    this.harness = harness;
    this.way = way;
    this.tasks = tasks;
    this.stale = stale;
  }

  /** Whether it was called, and nothing more comes of that. */
  boolean isSettled() {
    return open.get() == 0;
  }

  @Override
  public void execute(Runnable task) {
    try {
      switch (way) {
        case RUNS -> task.run();
        case HANDS_OVER -> handOver(task);
        case RUNS_TWICE -> {
          task.run();
          task.run();
        }
        case RUNS_AND_HANDS_OVER -> {
          task.run();
          handOver(task);
        }
        case RUNS_AND_REFUSES -> {
          task.run();
          throw refusal();
        }
        case REFUSES -> throw refusal();
        case REFUSES_AND_RUNS_LATE -> {
          stale.add(task);
          throw refusal();
        }
        case HANDS_OVER_AND_REFUSES -> {
          handOver(task);
          throw refusal();
        }
      }
    } finally {
      end();
    }
  }

  private void handOver(Runnable task) {
    open.incrementAndGet();
    tasks.execute(
        () -> {
          try {
            task.run();
          } finally {
            end();
          }
        });
  }

  private Fault refusal() {
    open.incrementAndGet();
    return harness.fault("an executor", this::end);
  }

  private void end() {
    open.decrementAndGet();
  }
}
