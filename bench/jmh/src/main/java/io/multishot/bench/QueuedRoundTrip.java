package io.multishot.bench;

import java.util.concurrent.TimeUnit;
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
 * A request over a queue to a thread that spins on another processor, and its reply, by one thread
 * that keeps {@link #outstanding} requests out: what carries the reply, where nobody has to be
 * woken. It needs two processors to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class QueuedRoundTrip {

  @Param({"CALL", "CHANNEL", "COMPLETABLE_FUTURE"})
  public ReplyOver over = ReplyOver.CALL;

  /** How many requests are out. */
  @Param({"1", "8", "64"})
  public int outstanding;

  private Worker worker;
  private Window window;

  @Setup
  public void start() {
    worker = new Worker(outstanding, Worker.SPINS_WITHOUT_END, Integer.MAX_VALUE);
    window = new Window(worker, over, outstanding);
    System.gc(); // promotes the slots: those that live long are in the old generation
    worker.start();
    window.fill();
  }

  @TearDown
  public void stop() throws InterruptedException {
    window.drain();
    worker.stop();
    worker.requireHealthy();
  }

  /** The reply to the request that has been out for longest, and the next in its place. */
  @Benchmark
  public void request() throws InterruptedException {
    window.turn();
  }
}
