package io.multishot.jcstress;

import java.util.concurrent.RejectedExecutionException;

/** What an executor throws. It counts how often it came to the uncaught exception handler. */
final class Refusal extends RejectedExecutionException {

  private static final long serialVersionUID = 1L;

  private final transient Wakes reports = new Wakes();

  static {
    Thread.setDefaultUncaughtExceptionHandler(Refusal::report);
  }

  /** How often it was reported. */
  int reports() {
    return reports.count();
  }

  /** With no stack trace: many are made. */
  @Override
  @SuppressWarnings("NonSynchronizedMethodOverridesSynchronizedMethod")
  public Throwable fillInStackTrace() {
    return this;
  }

  private static void report(Thread thread, Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      refusal.reports.wake();
    } else {
      thrown.printStackTrace();
    }
  }
}
