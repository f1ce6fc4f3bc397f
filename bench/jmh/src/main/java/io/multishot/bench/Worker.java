package io.multishot.bench;

import io.multishot.bench.Declarations.Echo;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscBlockingConsumerArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that answers the requests of many, and counts them in batches for the thread that
 * measures. It is a platform thread of its own, spins for a while when there is no request, and
 * then parks until there is one.
 */
final class Worker {

  /** How often to look before parking: a few dozen microseconds. */
  static final int SPINS = 1000;

  /** As good as never to park, where the worker has a processor to itself. */
  static final int SPINS_WITHOUT_END = Integer.MAX_VALUE;

  private static final long SECONDS_FOR_BATCH = 60;

  /** A request on its way. */
  interface Request {
    /** Replies, on the worker's thread. */
    void answer() throws InterruptedException;
  }

  private static final Echo SUCCESSOR = request -> request + 1;

  /** Of {@link Request}s and calls. */
  private final MpscBlockingConsumerArrayQueue<Object> requests;

  private final int spins;
  private final int batch;
  private final Thread thread = new Thread(this::run, "worker");

  private volatile boolean stopped;
  private volatile @Nullable Throwable failure;

  // What the worker and the measuring thread tell each other.
  private volatile @Nullable Thread measuring;
  private volatile boolean restart;
  private volatile long batches;
  private long batchesSeen;

  /**
   * Makes a worker, not started.
   *
   * @param capacity how many requests can be queued at once
   * @param batch how many answers the measuring thread waits for at a time
   */
  Worker(int capacity, int spins, int batch) {
    this.requests = new MpscBlockingConsumerArrayQueue<>(capacity);
    this.spins = spins;
    this.batch = batch;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Queues a request, where there is room for it by construction. */
  void submit(Request request) {
    put(request);
  }

  /** Queues a call, where there is room for it by construction. */
  void submit(EchoCall.Request call) {
    put(call);
  }

  private void put(Object request) {
    if (!requests.offer(request)) {
      throw new AssertionError("the queue is full");
    }
  }

  /** Queues a request if there is room. */
  boolean trySubmit(Request request) {
    return requests.offer(request);
  }

  /** Called where a check has failed, on whatever thread. */
  void fail(Throwable cause) {
    failure = cause;
    LockSupport.unpark(measuring);
  }

  /** Throws what has gone wrong on another thread. */
  void requireHealthy() {
    if (failure != null) {
      throw new AssertionError("a check has failed", failure);
    }
  }

  /** Begins a batch now. */
  void restartBatches() {
    measuring = Thread.currentThread();
    restart = true;
    long deadline = deadline();
    while (restart) {
      LockSupport.parkNanos(this, TimeUnit.MICROSECONDS.toNanos(50));
      requireInTime(deadline);
    }
    batchesSeen = 0;
  }

  /** Waits until the next batch is answered. */
  void awaitBatch() {
    long deadline = deadline();
    while (batches <= batchesSeen) {
      LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
      requireInTime(deadline);
    }
    batchesSeen++;
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_BATCH);
  }

  private void requireInTime(long deadline) {
    requireHealthy();
    if (System.nanoTime() - deadline > 0) {
      throw new AssertionError("a reply was lost");
    }
  }

  /** Ends the worker, and waits until it has. */
  void stop() throws InterruptedException {
    stopped = true;
    while (thread.isAlive()) {
      thread.interrupt(); // again and again, in case a library has swallowed the last one
      thread.join(100);
    }
  }

  private void run() {
    int answered = 0;
    long completed = 0;
    try {
      while (!stopped) {
        answer(next());
        answered++;
        if (restart) {
          answered = 0;
          completed = 0;
          batches = 0;
          restart = false;
        } else if (answered == batch) {
          answered = 0;
          completed++;
          batches = completed;
          LockSupport.unpark(measuring);
        }
      }
    } catch (Throwable e) {
      if (!stopped) {
        fail(e);
      }
    }
  }

  private static void answer(Object request) throws InterruptedException {
    if (request instanceof EchoCall.Request call) {
      call.serve(SUCCESSOR);
    } else {
      ((Request) request).answer();
    }
  }

  private Object next() throws InterruptedException {
    for (int i = 0; i < spins && !stopped; i++) {
      Object request = requests.poll();
      if (request != null) {
        return request;
      }
      Thread.onSpinWait();
    }
    return requests.take();
  }
}
