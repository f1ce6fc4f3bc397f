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
 * A request that one of {@link #n} requesters sends to their one worker, and its reply. Each sends
 * the next as soon as it has the reply: the time is that between two answers of the worker.
 *
 * <p>The requests travel over one queue in each case, and wake the worker if it has parked. What
 * differs is the slot for the reply; a call has it in the request. The measuring thread sleeps
 * meanwhile.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class ManyRequesters {

  /** So many that to wake the measuring thread does not count. */
  private static final int REQUESTS = 1000;

  @Param({
    "CHANNEL",
    "CHANNEL_PARK",
    "CALL",
    "FIELD_AND_PARK",
    "COMPLETABLE_FUTURE",
    "SETTABLE_FUTURE",
    "FUTURE_TASK",
    "NETTY_PROMISE",
    "ARRAY_BLOCKING_QUEUE",
    "SYNCHRONOUS_QUEUE",
    "EXCHANGER"
  })
  public ReplyOver over = ReplyOver.CHANNEL;

  /** How many requesters there are. More than 1000 must be virtual threads. */
  @Param({"1", "2", "8", "64", "1000", "100000"})
  public int n;

  @Param public Threads threads = Threads.PLATFORM;

  private Worker worker;
  private Requesters requesters;

  @Setup
  public void start() {
    Requesters.requireSane(n, threads);
    worker = new Worker(n, Worker.SPINS, REQUESTS);
    requesters =
        Requesters.start(
            worker,
            n,
            threads,
            (index, ended) -> new Requester.Eager(worker, over.open(), index, ended));
  }

  @Setup(Level.Iteration)
  public void restart() {
    worker.restartBatches();
  }

  @TearDown
  public void stop() throws InterruptedException {
    requesters.stop();
  }

  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public void request() {
    worker.awaitBatch();
  }
}
