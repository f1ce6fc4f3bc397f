package io.multishot.bench;

import io.multishot.fixtures.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.MpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Requesters that each keep {@link #outstanding} requests out, over one queue to one thread that
 * replies. The time is that of one requester's request; all of them together need it divided by how
 * many they are. They block; the replying thread spins, and yields if the queue is empty.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class ManyOutstanding {

  private static final int MOST_REQUESTERS = 64;
  private static final int EMPTY_LOOKS = 100;

  @Param({"SLAB", "MAP_OF_FUTURES", "ARRAY_OF_CHANNELS"})
  public Pending over = Pending.SLAB;

  /** How many requests each requester has out. */
  @Param({"1", "64"})
  public int outstanding;

  private PendingTable table;
  private MpscArrayQueue<Request> queue;
  private Thread replier;

  /** The requesters that may wait for a reply still: so long there is one who replies. */
  private CountDownLatch working;

  /** One that goes over the queue again and again. */
  private static final class Request {
    private long id;
    private long value;
  }

  /** The requests of one requester, in the order in which they are asked and answered. */
  @State(Scope.Thread)
  public static class Requester {
    private Request[] window;
    private int first;
    private int next;
    private long asked;

    @Setup
    public void open(ManyOutstanding all, ThreadParams threads) {
      first = threads.getThreadIndex() * all.outstanding;
      window = new Request[all.outstanding];
      for (int i = 0; i < window.length; i++) {
        window[i] = new Request();
        all.ask(window[i], first + i, ++asked);
      }
    }

    @TearDown
    public void drain(ManyOutstanding all) throws InterruptedException {
      for (int i = 0; i < window.length; i++) {
        all.table.await(first + i);
      }
      all.working.countDown();
    }
  }

  @Setup
  public void start(BenchmarkParams params) {
    over.requireForThreads();
    table = over.open(MOST_REQUESTERS * outstanding);
    queue = new MpscArrayQueue<>(2 * MOST_REQUESTERS * outstanding);
    working = new CountDownLatch(params.getThreads());
    replier = Threads.PLATFORM.start(this::replyAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    replier.join();
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is to leave the processor to the requesters
  private void replyAll() {
    int looks = 0;
    while (working.getCount() > 0) {
      Request request = queue.relaxedPoll();
      if (request != null) {
        looks = 0;
        if (!table.reply(request.id, request.value + 1)) {
          throw new AssertionError(request.id);
        }
      } else if (++looks < EMPTY_LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void ask(Request request, int place, long value) {
    request.value = value;
    request.id = table.open(place);
    if (!queue.offer(request)) {
      throw new AssertionError("the queue is full");
    }
  }

  private long exchange(Requester requester) throws InterruptedException {
    int index = requester.next;
    requester.next = index + 1 == outstanding ? 0 : index + 1;
    Request request = requester.window[index];
    long expected = request.value + 1;
    long received = table.await(requester.first + index);
    if (received != expected) {
      throw new AssertionError(received);
    }
    ask(request, requester.first + index, ++requester.asked);
    return received;
  }

  @Benchmark
  @org.openjdk.jmh.annotations.Threads(8)
  public long ofEight(Requester requester) throws InterruptedException {
    return exchange(requester);
  }

  @Benchmark
  @org.openjdk.jmh.annotations.Threads(64)
  public long ofSixtyFour(Requester requester) throws InterruptedException {
    return exchange(requester);
  }
}
