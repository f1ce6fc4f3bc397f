package io.multishot.bench;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
 * A request to an executor of one thread, and a handler run with its reply: by another such
 * executor, or on the thread that replies. The handler sends the next request, and the measuring
 * thread waits once for thousands of them.
 *
 * <p>{@link Over#FLOOR} is what the executors take, and allocate, by themselves.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class CallbackRoundTrip {

  /** So many that to start them and to wait for the last does not count. */
  private static final int TRIPS = 16_000;

  private static final int SECONDS_FOR_TRIPS = 60;

  /** What carries the reply. */
  public enum Over {
    /** A task. */
    FLOOR,
    CHANNEL,
    COMPLETABLE_FUTURE,
    SETTABLE_FUTURE,
    /** On Netty's executors only, if not on the sender's thread. */
    NETTY_PROMISE,
    REACTOR_SINK
  }

  /** What runs the handler. */
  public enum Runs {
    ON_EXECUTOR,
    /** The server's executor takes the next request from itself: no other thread is involved. */
    ON_SENDERS_THREAD
  }

  /** The executors. */
  public enum Loops {
    /** {@link SpinningExecutor}: each needs a processor to itself. */
    SPINNING,
    /** {@link Executors#newSingleThreadExecutor()}. */
    JDK,
    /** {@link DefaultEventExecutor}. */
    NETTY;

    ExecutorService start() {
      return switch (this) {
        case SPINNING -> new SpinningExecutor();
        case JDK -> Executors.newSingleThreadExecutor();
        case NETTY -> new DefaultEventExecutor(new DefaultThreadFactory("loop", true));
      };
    }
  }

  @Param public Over over = Over.FLOOR;

  @Param public Runs runs = Runs.ON_EXECUTOR;

  @Param public Loops loops = Loops.SPINNING;

  /**
   * How many requests are on their way at once: with 1 the executors wait for each other, and with
   * 16 they hardly do.
   */
  @Param({"1", "16"})
  public int inFlight;

  private final List<ExecutorService> executors = new ArrayList<>();
  private final List<CallbackExchange> exchanges = new ArrayList<>();

  @Setup
  public void start() {
    ExecutorService server = startExecutor();
    ExecutorService client = runs == Runs.ON_EXECUTOR ? startExecutor() : null;
    for (int i = 0; i < inFlight; i++) {
      exchanges.add(
          switch (over) {
            case FLOOR -> new CallbackExchange.Floor(server, client);
            case CHANNEL -> new CallbackExchange.Channels(server, client);
            case COMPLETABLE_FUTURE -> new CallbackExchange.CompletableFutures(server, client);
            case SETTABLE_FUTURE -> new CallbackExchange.SettableFutures(server, client);
            case NETTY_PROMISE -> new CallbackExchange.Promises(server, client);
            case REACTOR_SINK -> new CallbackExchange.Monos(server, client);
          });
    }
    System.gc(); // promotes the exchanges: those that live long are in the old generation
  }

  private ExecutorService startExecutor() {
    ExecutorService executor = loops.start();
    executors.add(executor);
    return executor;
  }

  @TearDown
  public void stop() throws InterruptedException {
    for (ExecutorService executor : executors) {
      executor.shutdownNow();
      executor.awaitTermination(SECONDS_FOR_TRIPS, TimeUnit.SECONDS);
    }
  }

  @Benchmark
  @OperationsPerInvocation(TRIPS)
  public long trip() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(inFlight);
    for (CallbackExchange exchange : exchanges) {
      exchange.start(TRIPS / inFlight, done);
    }
    if (!done.await(SECONDS_FOR_TRIPS, TimeUnit.SECONDS)) {
      throw new AssertionError("a reply was lost");
    }
    long requests = 0;
    for (CallbackExchange exchange : exchanges) {
      requests += exchange.requireDone();
    }
    return requests;
  }
}
