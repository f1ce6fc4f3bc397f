package io.multishot.bench;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All requesters of a {@link Worker}, running. */
final class Requesters {

  private static final int MOST_PLATFORM_THREADS = 1000;
  private static final long SECONDS_TO_END = 60;

  /** How a requester is made. */
  interface Factory {
    Requester make(int index, CountDownLatch ended);
  }

  private final Worker worker;
  private final List<Requester> requesters = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private final CountDownLatch ended;

  private Requesters(Worker worker, int n) {
    this.worker = worker;
    this.ended = new CountDownLatch(n);
  }

  /** Throws if there cannot be so many threads. */
  static void requireSane(int n, Threads threads) {
    if (threads == Threads.PLATFORM && n > MOST_PLATFORM_THREADS) {
      throw new UnsupportedOperationException("skipped: " + n + " platform threads");
    }
    threads.requireSupported();
  }

  /** Makes all, and starts them and the worker. */
  static Requesters start(Worker worker, int n, Threads threads, Factory factory) {
    Requesters all = new Requesters(worker, n);
    for (int i = 0; i < n; i++) {
      all.requesters.add(factory.make(i, all.ended));
    }
    System.gc(); // promotes the slots: those that live long are in the old generation
    worker.start();
    for (Requester requester : all.requesters) {
      all.running.add(threads.start(requester));
    }
    return all;
  }

  /** Ends all, and then the worker. */
  void stop() throws InterruptedException {
    requesters.forEach(Requester::stop);
    running.forEach(LockSupport::unpark); // those that wait until it is time
    boolean inTime = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
    worker.stop();
    worker.requireHealthy();
    if (!inTime) {
      throw new AssertionError(ended.getCount() + " requesters have not ended");
    }
  }
}
