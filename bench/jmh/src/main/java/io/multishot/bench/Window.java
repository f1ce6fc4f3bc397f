package io.multishot.bench;

import java.util.concurrent.CountDownLatch;

/** The requests that one thread keeps out, each of which is asked again when it is answered. */
final class Window {

  private final Requester[] requesters;
  private int next;

  Window(Worker worker, ReplyOver over, int outstanding) {
    requesters = new Requester[outstanding];
    CountDownLatch ended = new CountDownLatch(0); // they run on no thread of their own
    for (int i = 0; i < outstanding; i++) {
      requesters[i] = new Requester.Eager(worker, over.open(), i, ended);
    }
  }

  /** Sends all. */
  void fill() {
    for (Requester requester : requesters) {
      requester.submit();
    }
  }

  /** Waits for the reply to the request that has been out for longest, and sends it again. */
  void turn() throws InterruptedException {
    Requester requester = requesters[next];
    next = next + 1 == requesters.length ? 0 : next + 1;
    requester.collect();
    requester.submit();
  }

  /** Waits for all replies. */
  void drain() throws InterruptedException {
    for (Requester requester : requesters) {
      requester.collect();
    }
  }
}
