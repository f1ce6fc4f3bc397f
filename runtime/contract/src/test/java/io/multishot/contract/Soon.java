package io.multishot.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that are over at once, or something is wrong: it need not be waited for long. */
final class Soon {

  private static final long SECONDS = 5;

  private Soon() {}

  static boolean isDone(CompletableFuture<?> future) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    future.whenComplete((value, failure) -> done.countDown()).isDone();
    return comes(done);
  }

  static boolean comes(CountDownLatch latch) throws InterruptedException {
    return latch.await(SECONDS, TimeUnit.SECONDS);
  }

  /** Whether the thread is over. */
  static boolean isOver(Thread thread) throws InterruptedException {
    TimeUnit.SECONDS.timedJoin(thread, SECONDS);
    return !thread.isAlive();
  }
}
