package io.multishot.bench;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A request and its reply between two threads that block, platform or virtual ones.
 *
 * <p>With no work to do a platform thread need not park: most of these spin a while before. With
 * {@link #work} before each of the two sends, the thread that waits has long been parked when it is
 * woken. What the work itself takes is shown by {@link Over#WORK_ALONE}: subtract it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class ParkedRoundTrip {

  /** So many that to start the calling thread does not count. */
  private static final int TRIPS = 2000;

  /** What carries the request and the reply. */
  public enum Over {
    /** Nothing does: one thread does the work of both. */
    WORK_ALONE,
    CHANNEL,
    /** Channels whose receivers park at once. */
    CHANNEL_PARK,
    COMPLETABLE_FUTURE,
    SYNCHRONOUS_QUEUE,
    EXCHANGER,
    ARRAY_BLOCKING_QUEUE,
    LINKED_TRANSFER_QUEUE
  }

  @Param public Over over = Over.CHANNEL;

  @Param public Threads threads = Threads.PLATFORM;

  /** In JMH's tokens, of which one takes 1 to 2 ns: 10000 are more than most spin for. */
  @Param({"0", "10000"})
  public long work;

  private Link link;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    link =
        switch (over) {
          case WORK_ALONE -> new BlockingLinks.Alone();
          case CHANNEL -> new BlockingLinks.Channels();
          case CHANNEL_PARK -> new BlockingLinks.ParkingChannels();
          case COMPLETABLE_FUTURE -> new BlockingLinks.Futures();
          case SYNCHRONOUS_QUEUE -> new BlockingLinks.Queues(SynchronousQueue::new);
          case EXCHANGER -> new BlockingLinks.Exchanges();
          case ARRAY_BLOCKING_QUEUE -> new BlockingLinks.Queues(() -> new ArrayBlockingQueue<>(1));
          case LINKED_TRANSFER_QUEUE -> new BlockingLinks.Queues(LinkedTransferQueue::new);
        };
    link.work(work);
    System.gc(); // promotes the link: those that live long are in the old generation
    echo = threads.start(link::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    link.stop(echo);
  }

  @Benchmark
  @OperationsPerInvocation(TRIPS)
  public long trip() throws Exception {
    request = threads.call(() -> link.callAll(request, TRIPS));
    return request;
  }
}
