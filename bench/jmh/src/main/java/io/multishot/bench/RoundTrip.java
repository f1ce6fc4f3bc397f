package io.multishot.bench;

import io.multishot.bench.peer.Deferreds;
import io.multishot.bench.peer.OneShots;
import io.multishot.fixtures.Threads;
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
    /** A call whose caller and server poll one cell. */
    CALL,
    /** A call whose caller and server wait: both spin, and would park. */
    CALL_RECEIVE,
    COMPLETABLE_FUTURE,
    FUTURE_TASK,
    SETTABLE_FUTURE,
    NETTY_PROMISE,
    COMPLETABLE_DEFERRED,
    /** Kotlin's channels for one value, without suspension. */
    KOTLIN_CHANNEL,
    JCTOOLS_SPSC,
    AGRONA_ONE_TO_ONE,
    AGRONA_RING_BUFFER,
    DISRUPTOR,
    /** Spins, and would park. */
    SYNCHRONOUS_QUEUE,
    /** Spins, and would park. */
    EXCHANGER;

    Exchange open() {
      return switch (this) {
        case FLOOR -> new SpinningExchanges.Floor();
        case CHANNEL -> new DuplexExchange(SpinningTransports.Channel::new);
        case MESSAGE -> new DuplexExchange(SpinningTransports.Message::new);
        case CHANNEL_RECEIVE -> new DuplexExchange(BlockingTransports.Channel::new);
        case CALL -> new SpinningExchanges.Call();
        case CALL_RECEIVE -> new BlockingExchanges.Call();
        case COMPLETABLE_FUTURE -> new SpinningExchanges.Futures<>(new OneShots.Completables());
        case FUTURE_TASK -> new SpinningExchanges.Futures<>(new OneShots.Tasks());
        case SETTABLE_FUTURE -> new SpinningExchanges.Futures<>(new OneShots.Settables());
        case NETTY_PROMISE -> new SpinningExchanges.Futures<>(new OneShots.Promises());
        case COMPLETABLE_DEFERRED -> new SpinningExchanges.Futures<>(new Deferreds());
        case KOTLIN_CHANNEL -> new DuplexExchange(SpinningTransports.Kotlin::new);
        case JCTOOLS_SPSC ->
            new DuplexExchange(() -> new SpinningTransports.Queued(SpscArrayQueue::new));
        case AGRONA_ONE_TO_ONE ->
            new DuplexExchange(
                () -> new SpinningTransports.Queued(OneToOneConcurrentArrayQueue::new));
        case AGRONA_RING_BUFFER -> new DuplexExchange(SpinningTransports.Agrona::new);
        case DISRUPTOR -> new DuplexExchange(SpinningTransports.Disruptor::new);
        case SYNCHRONOUS_QUEUE ->
            new DuplexExchange(() -> new BlockingTransports.Queued(new SynchronousQueue<>()));
        case EXCHANGER -> new BlockingExchanges.Exchanges();
      };
    }
  }

  @Param public Over over = Over.FLOOR;

  private Exchange exchange;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    exchange = over.open();
    System.gc(); // promotes the exchange: those that live long are in the old generation
    echo = Threads.PLATFORM.start(exchange::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    exchange.stop(echo);
  }

  @Benchmark
  public long trip() throws InterruptedException {
    request = exchange.callAll(request, 1);
    return request;
  }
}
