package io.multishot.bench;

import io.multishot.bench.floor.PaddingBefore;
import java.util.concurrent.CountDownLatch;

/**
 * One of the many that ask the worker, on a thread of its own: one request at a time, until it is
 * stopped. Each reply is checked; no two requesters get the same.
 */
abstract class Requester extends PaddingBefore implements Worker.Request, Runnable {

  private final Worker worker;
  private final ReplySlot slot;
  private final CountDownLatch ended;
  private volatile boolean stopped;

  /** Written before the request is queued, and read by the worker after. */
  private long request;

  /**
   * Makes a requester.
   *
   * @param index which of them this is
   * @param ended counts down when this requester has ended
   */
  Requester(Worker worker, ReplySlot slot, int index, CountDownLatch ended) {
    this.worker = worker;
    this.slot = slot;
    this.ended = ended;
    request = (index + 1L) << 32; // beyond what boxes are cached for
  }

  @Override
  public final void run() {
    try {
      while (!stopped) {
        turn();
      }
    } catch (Throwable e) {
      worker.fail(e);
    } finally {
      ended.countDown();
    }
  }

  /** Has {@link #run} end after the reply that is under way. */
  final void stop() {
    stopped = true;
  }

  final boolean isStopped() {
    return stopped;
  }

  /** Asks once, when it is time. */
  abstract void turn() throws InterruptedException;

  /** Sends a request, waits for the reply and checks it. */
  final void ask() throws InterruptedException {
    submit();
    collect();
  }

  /** Sends a request. */
  final void submit() {
    slot.submit(worker, this, request);
  }

  /** Waits for the reply to what was {@link #submit}ted, and checks it. */
  final void collect() throws InterruptedException {
    long reply = slot.await();
    if (reply != request + 1) {
      throw new AssertionError("the reply to " + request + " was " + reply);
    }
    slot.rearm();
    request = reply;
  }

  @Override
  public final void answer() throws InterruptedException {
    slot.reply(request + 1);
  }

  /** Asks again as soon as there is a reply. */
  static final class Eager extends Requester {

    Eager(Worker worker, ReplySlot slot, int index, CountDownLatch ended) {
      super(worker, slot, index, ended);
    }

    @Override
    void turn() throws InterruptedException {
      ask();
    }
  }

  /** Asks at set times, and records how long after each the reply has come. */
  static final class Paced extends Requester {

    private final Schedule schedule;
    private long due;

    Paced(Worker worker, ReplySlot slot, int index, CountDownLatch ended, Schedule schedule) {
      super(worker, slot, index, ended);
      this.schedule = schedule;
      this.due = schedule.first(index);
    }

    @Override
    void turn() throws InterruptedException {
      schedule.await(due, this);
      if (isStopped()) {
        return;
      }
      long start = System.nanoTime();
      ask();
      schedule.record(due, start, System.nanoTime());
      due = schedule.next(due);
    }
  }
}
