package io.multishot.samples;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server on a thread of its own, in place of one beyond a network: a request is an id and a key,
 * and the reply names that id, however late it comes.
 */
final class Replica implements AutoCloseable {

  /** What a server does with a request. */
  interface Service {
    /** Returns the reply to the {@code number}-th request, from 1 on, or throws. */
    long serve(int number, long key) throws Exception;
  }

  /** How replies come back, by the ids of their requests. */
  interface Replies {
    /** The reply to a request. */
    void received(long id, long reply);

    /** In place of a reply. */
    void failed(long id, Exception failure);
  }

  private final BlockingQueue<long[]> requests = new LinkedBlockingQueue<>();
  private final Service service;
  private final Replies replies;
  private final Thread thread;

  Replica(String name, Service service, Replies replies) {
    this.service = service;
    this.replies = replies;
    this.thread = new Thread(this::serve, name);
    thread.start();
  }

  void ask(long id, long key) {
    requests.add(new long[] {id, key});
  }

  private void serve() {
    try {
      for (int number = 1; ; number++) {
        long[] request = requests.take();
        answer(number, request[0], request[1]);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt(); // nothing is left to do
    }
  }

  private void answer(int number, long id, long key) throws InterruptedException {
    try {
      replies.received(id, service.serve(number, key));
    } catch (InterruptedException closed) {
      throw closed;
    } catch (Exception failure) {
      replies.failed(id, failure);
    }
  }

  /** Stops the thread, and waits for its end. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        TimeUnit.SECONDS.timedJoin(thread, 1);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
