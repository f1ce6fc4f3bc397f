package io.multishot.contract;

import java.util.concurrent.Executor;

/** How an executor refuses a task. */
enum Refusal {
  AT_ONCE {
    @Override
    void with(Runnable task, TaskQueue later) {}
  },
  AFTER_RUNNING_IT {
    @Override
    void with(Runnable task, TaskQueue later) {
      task.run();
    }
  },
  AFTER_RUNNING_IT_ELSEWHERE {
    @Override
    void with(Runnable task, TaskQueue later) {
      try (TestThreads threads = new TestThreads()) {
        threads.start(task::run);
      }
    }
  },
  /** As a thread pool that has queued a task and cannot start a thread for it. */
  AFTER_QUEUEING_IT {
    @Override
    void with(Runnable task, TaskQueue later) {
      later.execute(task);
    }
  };

  /** What is done with the task before it is refused. */
  abstract void with(Runnable task, TaskQueue later);

  boolean runsTheTask() {
    return this == AFTER_RUNNING_IT || this == AFTER_RUNNING_IT_ELSEWHERE;
  }

  /**
   * Refuses its first task, and runs all others at once.
   *
   * @param later where the task is queued, if it is
   * @param meanwhile what is done before the refusal comes back
   */
  Executor once(Throwable thrown, TaskQueue later, Runnable meanwhile) {
    return new Executor() {
      private boolean hasRefused;

      @Override
      public void execute(Runnable task) {
        if (hasRefused) {
          task.run();
          return;
        }
        hasRefused = true;
        with(task, later);
        meanwhile.run();
        Refusal.<RuntimeException>sneak(thrown);
      }
    };
  }

  /** As above, with nothing done meanwhile. */
  Executor once(Throwable thrown, TaskQueue later) {
    return once(thrown, later, () -> {});
  }

  /** Throws whatever it is given, declared or not. */
  @SuppressWarnings({"unchecked", "DoNotCallSuggester"}) // erased: any will do
  static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
