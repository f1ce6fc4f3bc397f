package io.multishot.samples.orderbook;

import java.util.concurrent.locks.LockSupport;

/** The one thread that owns all books: it takes requests off the queues and answers them. */
final class Worker implements Runnable {

  /** How often to look before parking: a few dozen microseconds. */
  private static final int SPINS = 1_000;

  /** How long to park. A requester should not need to know whether the worker sleeps. */
  private static final long PARK_NANOS = 20_000;

  private final Queues queues;
  private final Sessions sessions;
  private volatile boolean stopped;

  Worker(Queues queues, int sessions) {
    this.queues = queues;
    this.sessions = new Sessions(sessions);
  }

  @Override
  public void run() {
    int idle = 0;
    while (!stopped) {
      if (serveNext()) {
        idle = 0;
      } else if (idle < SPINS) {
        idle++;
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, PARK_NANOS);
      }
    }
  }

  /** Ends {@link #run} soon. Requests still in the queues are not answered. */
  void stop() {
    stopped = true;
  }

  private boolean serveNext() {
    Request request = queues.requests().poll();
    if (request != null) {
      serve(request);
      return true;
    }
    DeskCall.Request call = queues.calls().poll();
    if (call != null) {
      call.serve(sessions); // does for a call all that serve() below does for a request
      return true;
    }
    return false;
  }

  private void serve(Request request) {
    if (request.isAbandoned()) {
      return; // the requester has asked again, or gone: the work would be for nobody
    }
    try {
      sessions.at(request.session()).answer(request);
    } catch (RuntimeException | Error bug) {
      request.fail(bug); // the requester must not wait for a reply that never comes
    }
  }
}
