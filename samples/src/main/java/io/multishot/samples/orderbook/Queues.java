package io.multishot.samples.orderbook;

import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscArrayQueue;

/**
 * The ways to the worker.
 *
 * @param requests commands, each with a way back for the reply
 * @param calls questions, which are answered in place
 */
record Queues(Queue<Request> requests, Queue<DeskCall.Request> calls) {

  /** How long to wait before trying a full queue again. */
  private static final long FULL_QUEUE_NANOS = 10_000;

  /** Makes queues for many requesters and one worker. */
  static Queues ofCapacity(int capacity) {
    return new Queues(new MpscArrayQueue<>(capacity), new MpscArrayQueue<>(capacity));
  }

  /** Queues a request, as soon as there is room for it. */
  static <R> void put(Queue<R> queue, R request) throws InterruptedException {
    while (!queue.offer(request)) {
      LockSupport.parkNanos(queue, FULL_QUEUE_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
