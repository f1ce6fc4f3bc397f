package io.multishot.bench;

import io.multishot.fixtures.Threads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * A requester whose time is up gives its request up and sends another, while the worker, on another
 * thread, still replies to the first: {@link Abandon} between two threads. No late reply is ever
 * taken for that to another request: each is checked.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class LateReplies {

  /** So many that to start the calling thread does not count. */
  private static final int REQUESTS = 1000;

  /** How many requests can be under way, nearly all of them given up. */
  private static final int QUEUED = 64;

  @Param({
    "CHANNEL",
    "CHANNEL_AWAIT",
    "CHANNEL_PARK",
    "COMPLETABLE_FUTURE",
    "SETTABLE_FUTURE",
    "FUTURE_TASK",
    "NETTY_PROMISE",
    "ARRAY_BLOCKING_QUEUE"
  })
  public ReplyOver over = ReplyOver.CHANNEL;

  @Param public Threads threads = Threads.PLATFORM;

  /** How long the requester waits, in nanoseconds: with 0 its time is up already. */
  @Param({"0", "2000"})
  public long timeout;

  private Worker worker;
  private ImpatientRequester requester;
  private long requests;
  private long givenUpBefore;

  @Setup
  public void start() {
    threads.requireSupported();
    worker = new Worker(QUEUED, Worker.SPINS, Integer.MAX_VALUE);
    requester = new ImpatientRequester(worker, over.openRenewable(), timeout);
    System.gc(); // promotes the slot: those that live long are in the old generation
    worker.start();
  }

  @TearDown
  public void stop() throws InterruptedException {
    worker.stop();
    worker.requireHealthy();
  }

  @Setup(Level.Iteration)
  public void restart() {
    requests = 0;
    givenUpBefore = requester.givenUp();
  }

  @TearDown(Level.Iteration)
  public void report() {
    double givenUp = requester.givenUp() - givenUpBefore;
    MetricsProfiler.report("given up", givenUp / requests, "#/op");
  }

  /** One request, which the worker answers at once: in time, or too late, or just then. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public long race() throws Exception {
    requests += REQUESTS;
    return threads.call(() -> requester.race(REQUESTS));
  }

  /**
   * A request that is given up, and one in its place that is answered, right after a late reply to
   * the first.
   */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public long missEveryOther() throws Exception {
    requests += REQUESTS;
    return threads.call(() -> requester.missEveryOther(REQUESTS));
  }
}
