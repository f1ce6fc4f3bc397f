package io.multishot.bench;

import java.util.concurrent.CancellationException;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A way to send a request to another thread and to get its reply. One thread calls; another, the
 * echo thread, answers each request with its successor.
 *
 * <p>Neither side hangs: a spinning wait calls {@link #spin} each time round, and a blocking one is
 * interrupted.
 */
abstract class Exchange {

  /** Read by both threads each time round a spin loop, and written once, at the end. */
  private volatile boolean stopped;

  private long work;

  /**
   * What the echo thread does before each reply, and the caller before each request of {@link
   * #callAll}, in JMH's tokens: nothing unless told here.
   */
  final void work(long tokens) {
    work = tokens;
  }

  /** Sends a request and waits for the reply: the caller's side of one round trip. */
  abstract long call(long request) throws InterruptedException;

  /**
   * So many round trips, one after the other. Each reply is checked, and is the next request.
   *
   * @return the last reply
   */
  long callAll(long first, int trips) throws InterruptedException {
    long request = first;
    for (int i = 0; i < trips; i++) {
      work();
      request = checked(request, call(request));
    }
    return request;
  }

  /** The reply, if it is the one to that request. */
  static long checked(long request, long reply) {
    if (reply != request + 1) {
      throw new AssertionError("the reply to " + request + " was " + reply);
    }
    return reply;
  }

  /** Waits for a request and replies: the echo thread's side of one round trip. */
  abstract void answer() throws InterruptedException;

  /** The echo thread's work: answers until it is told to stop. */
  final void answerAll() {
    try {
      while (!stopped) {
        answer();
      }
    } catch (InterruptedException | CancellationException e) {
      if (!stopped) {
        throw new AssertionError("nobody has stopped this exchange", e);
      }
    } finally {
      stopped = true; // whatever goes wrong here, the other side shall not spin for ever
    }
  }

  /** Has whoever spins here give up. */
  final void stop() {
    stopped = true;
  }

  /** Tells the echo thread to stop and waits until it has. */
  final void stop(Thread echo) throws InterruptedException {
    stop();
    while (echo.isAlive()) {
      echo.interrupt(); // again and again, in case a library has swallowed the last one
      echo.join(100);
    }
  }

  /** Once round a loop that waits for the other thread. */
  final void spin() {
    if (stopped) {
      throw new CancellationException();
    }
    Thread.onSpinWait();
  }

  /** Works out what the echo thread replies. */
  final long reply(long request) {
    work();
    return request + 1;
  }

  /** Does the work that comes before each request, and before each reply. */
  final void work() {
    if (work > 0) {
      Blackhole.consumeCPU(work);
    }
  }
}
