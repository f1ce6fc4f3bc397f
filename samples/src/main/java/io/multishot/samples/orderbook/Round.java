package io.multishot.samples.orderbook;

import io.multishot.samples.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One round of one variant: each requester, on a thread of its own, asks its share of the requests.
 *
 * @param nanos from the common start until the last requester is done
 * @param allocatedBytes what all threads allocated meanwhile
 * @param tally what came of the requests
 */
record Round(long nanos, long allocatedBytes, Tally tally) {

  /** How many requests a requester makes before it reports progress. */
  private static final int CHUNK = 500;

  static Round run(List<Requester> requesters, int requests, Progress progress)
      throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(requesters.size());
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch measured = new CountDownLatch(1);
    List<FutureTask<Tally>> tasks = new ArrayList<>();
    for (int i = 0; i < requesters.size(); i++) {
      Requester requester = requesters.get(i);
      int share = share(requests, requesters.size(), i);
      FutureTask<Tally> task =
          new FutureTask<>(
              () -> {
                Tally tally = new Tally();
                ready.countDown();
                start.await();
                ask(requester, share, tally, progress);
                return tally;
              });
      tasks.add(task);
      Threads.start(
          () -> {
            task.run();
            await(measured); // a platform thread that ends takes its count of bytes with it
          });
    }
    try {
      ready.await();
      System.gc(); // so that no round pays for the garbage of the one before
      long bytes = Allocation.bytes();
      long nanos = System.nanoTime();
      start.countDown();
      for (FutureTask<Tally> task : tasks) {
        result(task);
      }
      nanos = System.nanoTime() - nanos;
      bytes = Allocation.bytes() - bytes;
      Tally sum = new Tally();
      for (FutureTask<Tally> task : tasks) {
        sum.add(result(task));
      }
      return new Round(nanos, bytes, sum);
    } finally {
      measured.countDown();
    }
  }

  /** The size of a part, where {@code total} is cut into parts as equal as can be. */
  static int share(int total, int parts, int index) {
    return total / parts + (index < total % parts ? 1 : 0);
  }

  private static void ask(Requester requester, int requests, Tally tally, Progress progress)
      throws InterruptedException {
    for (int left = requests; left > 0; left -= CHUNK) {
      int chunk = Math.min(left, CHUNK);
      requester.run(chunk, tally);
      progress.add(chunk);
    }
  }

  private static Tally result(FutureTask<Tally> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a requester failed", e.getCause());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
