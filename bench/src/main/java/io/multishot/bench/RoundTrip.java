package io.multishot.bench;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;
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

/**
 * A request to a thread that runs on another processor, and its reply: what a hand-over costs when
 * nobody has to be woken. It needs two processors to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE})
public class RoundTrip {

  /** What carries the request and the reply. */
  public enum Over {
    /** One {@code long} which both threads write: the least that a round trip can cost. */
    FLOOR,
    /** Channels that are polled. */
    CHANNEL,
    /** Channels of four fields that are polled, and received as views. */
    MESSAGE,
    /** Channels that are received from: {@code receive} spins, and would park. */
    CHANNEL_RECEIVE,
    COMPLETABLE_FUTURE,
    JCTOOLS_SPSC,
    AGRONA_ONE_TO_ONE,
    DISRUPTOR,
    /** Spins, and would park. */
    SYNCHRONOUS_QUEUE,
    /** Spins, and would park. */
    EXCHANGER
  }

  @Param public Over over = Over.FLOOR;

  private Link link;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    link =
        switch (over) {
          case FLOOR -> new SpinningLinks.Floor();
          case CHANNEL -> new SpinningLinks.Channels();
          case MESSAGE -> new MessageLink();
          case CHANNEL_RECEIVE -> new BlockingLinks.Channels();
          case COMPLETABLE_FUTURE -> new SpinningLinks.Futures();
          case JCTOOLS_SPSC -> new SpinningLinks.Queues(SpscArrayQueue::new);
          case AGRONA_ONE_TO_ONE -> new SpinningLinks.Queues(OneToOneConcurrentArrayQueue::new);
          case DISRUPTOR -> new SpinningLinks.Rings();
          case SYNCHRONOUS_QUEUE -> new BlockingLinks.Queues(SynchronousQueue::new);
          case EXCHANGER -> new BlockingLinks.Exchanges();
        };
    System.gc(); // promotes the link: those that live long are in the old generation
    echo = new Thread(link::answerAll, "echo");
    echo.setDaemon(true);
    echo.start();
  }

  @TearDown
  public void stop() throws InterruptedException {
    link.stop(echo);
  }

  @Benchmark
  public long trip() throws InterruptedException {
    return link.call(request++);
  }
}
