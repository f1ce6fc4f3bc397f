package io.multishot.bench;

import io.multishot.bench.peer.JoxChannel;
import io.multishot.bench.peer.OneShots;
import io.multishot.fixtures.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    /** A call, whose server waits on the cell. */
    CALL,
    /** A call whose caller and server park at once. */
    CALL_PARK,
    COMPLETABLE_FUTURE,
    FUTURE_TASK,
    SETTABLE_FUTURE,
    NETTY_PROMISE,
    REACTOR_SINK,
    SYNCHRONOUS_QUEUE,
    EXCHANGER,
    ARRAY_BLOCKING_QUEUE,
    LINKED_TRANSFER_QUEUE,
    /** A channel of Jox's without a buffer, which is made for virtual threads. */
    JOX_RENDEZVOUS(Threads.VIRTUAL),
    /** The same with a buffer of one. */
    JOX_BUFFERED(Threads.VIRTUAL),
    /** A channel of Kotlin's without a buffer, between two coroutines in place of the threads. */
    KOTLIN_RENDEZVOUS(Threads.PLATFORM),
    /** The same with a buffer of one. */
    KOTLIN_BUFFERED(Threads.PLATFORM),
    /** Kotlin's futures, between two coroutines. */
    COMPLETABLE_DEFERRED(Threads.PLATFORM);

    /** The threads that it needs: a dispatcher of coroutines has platform threads of its own. */
    private final @Nullable Threads only;

    Over() {
      only = null;
    }

    Over(Threads only) {
      this.only = only;
    }
  }

  @Param public Over over = Over.CHANNEL;

  @Param public Threads threads = Threads.PLATFORM;

  /** In JMH's tokens, of which one takes 1 to 2 ns: 10000 are more than most spin for. */
  @Param({"0", "10000"})
  public long work;

  private Exchange exchange;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    if (over.only != null && over.only != threads) {
      throw new UnsupportedOperationException("skipped: " + over + " is for threads=" + over.only);
    }
    exchange =
        switch (over) {
          case WORK_ALONE -> new BlockingExchanges.Alone();
          case CHANNEL -> new DuplexExchange(BlockingTransports.Channel::new);
          case CHANNEL_PARK -> new DuplexExchange(BlockingTransports.ParkingChannel::new);
          case CALL -> new BlockingExchanges.Call();
          case CALL_PARK -> new BlockingExchanges.ParkingCall();
          case COMPLETABLE_FUTURE -> new BlockingExchanges.Futures<>(new OneShots.Completables());
          case FUTURE_TASK -> new BlockingExchanges.Futures<>(new OneShots.Tasks());
          case SETTABLE_FUTURE -> new BlockingExchanges.Futures<>(new OneShots.Settables());
          case NETTY_PROMISE -> new BlockingExchanges.Futures<>(new OneShots.Promises());
          case REACTOR_SINK -> new BlockingExchanges.Futures<>(new OneShots.Ones());
          case SYNCHRONOUS_QUEUE ->
              new DuplexExchange(() -> new BlockingTransports.Queued(new SynchronousQueue<>()));
          case EXCHANGER -> new BlockingExchanges.Exchanges();
          case ARRAY_BLOCKING_QUEUE ->
              new DuplexExchange(() -> new BlockingTransports.Queued(new ArrayBlockingQueue<>(1)));
          case LINKED_TRANSFER_QUEUE ->
              new DuplexExchange(() -> new BlockingTransports.Queued(new LinkedTransferQueue<>()));
          case JOX_RENDEZVOUS ->
              new DuplexExchange(() -> new BlockingTransports.Jox(JoxChannel.rendezvous()));
          case JOX_BUFFERED ->
              new DuplexExchange(() -> new BlockingTransports.Jox(JoxChannel.buffered(1)));
          case KOTLIN_RENDEZVOUS -> new KotlinChannelExchange(0);
          case KOTLIN_BUFFERED -> new KotlinChannelExchange(1);
          case COMPLETABLE_DEFERRED -> new DeferredExchange();
        };
    exchange.work(work);
    System.gc(); // promotes the exchange: those that live long are in the old generation
    echo = threads.start(exchange::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    exchange.stop(echo);
  }

  @Benchmark
  @OperationsPerInvocation(TRIPS)
  public long trip() throws Exception {
    request = threads.call(() -> exchange.callAll(request, TRIPS));
    return request;
  }
}
