package io.multishot.bench;

import io.multishot.fixtures.Threads;
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
 * A value for a thread that runs on another processor, and its word that the next may come.
 *
 * <p>A channel is ready for the next shot when its receiver has armed it again, and its sender may
 * not be used before: a shot goes one way, and something has to come back for the next. Here that
 * is the least that there is, one padded {@code long}, and it is the same in every case; the
 * receiver takes the value, arms the channel, and writes the {@code long}, which hands the live
 * sender over. So one operation is one hand-over by what is compared and one by a bare field, where
 * {@link RoundTrip} has two of the former. {@link Over#FLOOR} has two of the latter.
 *
 * <p>It needs two processors to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE})
public class OneWay {

  /** What carries the value. */
  public enum Over {
    /** A {@code long} of its own: the least that it can cost. */
    FLOOR,
    /** A channel that is polled. */
    CHANNEL,
    /** A channel of four fields that is polled, and received as a view. */
    MESSAGE,
    /** A channel that is received from: {@code receive} spins, and would park. */
    CHANNEL_RECEIVE,
    /** Kotlin's channel for one value, without suspension. */
    KOTLIN_CHANNEL,
    JCTOOLS_SPSC,
    AGRONA_ONE_TO_ONE,
    AGRONA_RING_BUFFER,
    DISRUPTOR
  }

  @Param public Over over = Over.FLOOR;

  private Exchange exchange;
  private Thread receiver;
  private long value;

  @Setup
  public void start() {
    Transport transport =
        switch (over) {
          case FLOOR -> new SpinningTransports.Floor();
          case CHANNEL -> new SpinningTransports.Channel();
          case MESSAGE -> new SpinningTransports.Message();
          case CHANNEL_RECEIVE -> new BlockingTransports.Channel();
          case KOTLIN_CHANNEL -> new SpinningTransports.Kotlin();
          case JCTOOLS_SPSC -> new SpinningTransports.Queued(SpscArrayQueue::new);
          case AGRONA_ONE_TO_ONE ->
              new SpinningTransports.Queued(OneToOneConcurrentArrayQueue::new);
          case AGRONA_RING_BUFFER -> new SpinningTransports.Agrona();
          case DISRUPTOR -> new SpinningTransports.Disruptor();
        };
    exchange = new AcknowledgedExchange(transport);
    System.gc(); // promotes the exchange: those that live long are in the old generation
    receiver = Threads.PLATFORM.start(exchange::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    exchange.stop(receiver);
  }

  @Benchmark
  public long handOver() throws InterruptedException {
    value = exchange.callAll(value, 1);
    return value;
  }
}
