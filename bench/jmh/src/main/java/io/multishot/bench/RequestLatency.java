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
 * As {@link ManyRequesters}, but that the requests are sent at a fixed rate, the same for all
 * cases, whether or not the last has been answered. The result is how long after the time at which
 * it was due each is answered: percentiles, as metrics ({@link MetricsProfiler}).
 *
 * <p>The time of an operation is the interval of the {@link Schedule}, if the rate was kept: if it
 * is longer, the figures mean nothing. The worker never parks, as one that answers in microseconds
 * would not; it needs a processor to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class RequestLatency {

  private static final int REQUESTS = 100;

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

  /** How many requesters there are, each of which sends its share. */
  @Param({"1", "8", "64", "1000"})
  public int n;

  @Param public Threads threads = Threads.PLATFORM;

  /** Requests per second, of all requesters together. */
  @Param("2000")
  public int rate;

  private Worker worker;
  private Requesters requesters;
  private Schedule schedule;

  @Setup
  public void start() {
    Requesters.requireSane(n, threads);
    worker = new Worker(n, Worker.SPINS_WITHOUT_END, REQUESTS);
    schedule = new Schedule(n, rate);
    requesters =
        Requesters.start(
            worker,
            n,
            threads,
            (index, ended) -> new Requester.Paced(worker, over.open(), index, ended, schedule));
  }

  @Setup(Level.Iteration)
  public void restart() {
    worker.restartBatches();
    schedule.reset();
  }

  @TearDown(Level.Iteration)
  public void report() {
    schedule.report();
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
