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
 * @param tally the outcomes of the requests
 */
record Round(long nanos, Tally tally) {

  static Round run(List<Requester> requesters, int requests) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(requesters.size());
    CountDownLatch start = new CountDownLatch(1);
    List<FutureTask<Tally>> tasks = new ArrayList<>();
    for (Requester requester : requesters) {
      int share = share(requests, requesters.size(), tasks.size());
      FutureTask<Tally> task =
          new FutureTask<>(
              () -> {
                Tally tally = new Tally();
                ready.countDown();
                start.await();
                requester.run(share, tally);
                return tally;
              });
      tasks.add(task);
      Threads.start(task);
    }
    ready.await();
    System.gc(); // so that no round pays for the garbage of the one before
    long began = System.nanoTime();
    start.countDown();
    Tally sum = new Tally();
    try {
      for (FutureTask<Tally> task : tasks) {
        task.get();
      }
      long nanos = System.nanoTime() - began;
      for (FutureTask<Tally> task : tasks) {
        sum.add(task.get());
      }
      return new Round(nanos, sum);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a requester failed", e.getCause());
    }
  }

  /** The size of a part, where {@code total} is cut into parts as equal as can be. */
  static int share(int total, int parts, int index) {
    return total / parts + (index < total % parts ? 1 : 0);
  }

  /** How long one request took on average; not a number if there was none. */
  double nanosPerRequest() {
    return tally.requests() == 0 ? Double.NaN : (double) nanos / tally.requests();
  }
}
