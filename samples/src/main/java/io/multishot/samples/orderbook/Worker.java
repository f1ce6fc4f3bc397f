package io.multishot.samples.orderbook;

import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** The one thread that owns all books: it takes requests off the queue and answers them. */
final class Worker implements Runnable {

  /** How often to look before parking: a few dozen microseconds. */
  private static final int SPINS = 1_000;

  /** How long to park. A requester should not need to know whether the worker sleeps. */
  private static final long PARK_NANOS = 20_000;

  private final Queue<Request> queue;
  private final Session[] sessions;
  private volatile boolean stopped;

  Worker(Queue<Request> queue, int sessions) {
    this.queue = queue;
    this.sessions = new Session[sessions];
    for (int i = 0; i < sessions; i++) {
      this.sessions[i] = new Session();
    }
  }

  @Override
  public void run() {
    int idle = 0;
    while (!stopped) {
      Request request = queue.poll();
      if (request != null) {
        idle = 0;
        serve(request);
      } else if (idle < SPINS) {
        idle++;
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, PARK_NANOS);
      }
    }
  }

  /** Ends {@link #run} soon. Requests still in the queue are not answered. */
  void stop() {
    stopped = true;
  }

  private void serve(Request request) {
    if (request.isAbandoned()) {
      return; // the requester has asked again, or gone: the work would be for nobody
    }
    try {
      sessions[request.session()].answer(request);
    } catch (RuntimeException | Error bug) {
      request.fail(bug); // the requester must not wait for a reply that never comes
    }
  }
}
