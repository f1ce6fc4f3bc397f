package io.multishot.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * {@link QueuedRoundTrip} over one thing beside another, in turn: see {@link PairedRoundTrip}. An
 * operation is {@link #REQUESTS} requests of each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.ALIGN_TO_LINES})
public class PairedQueuedRoundTrip {

  /** Of each in a turn. */
  static final int REQUESTS = 5000;

  @Param("CALL")
  public ReplyOver over = ReplyOver.CALL;

  @Param("CHANNEL")
  public ReplyOver beside = ReplyOver.CHANNEL;

  /** How many requests are out. */
  @Param({"1", "8", "64"})
  public int outstanding;

  private Worker worker;
  private Turns turns;

  @Setup
  public void start() {
    worker = new Worker(outstanding, Worker.SPINS_WITHOUT_END, Integer.MAX_VALUE);
    Window first = new Window(worker, over, outstanding);
    Window second = new Window(worker, beside, outstanding);
    turns = new Turns(() -> ask(first), () -> ask(second));
    System.gc(); // promotes the slots: those that live long are in the old generation
    worker.start();
  }

  private static void ask(Window window) throws InterruptedException {
    window.fill();
    for (int i = 0; i < REQUESTS; i++) {
      window.turn();
    }
    window.drain();
  }

  @Setup(Level.Iteration)
  public void startIteration() {
    turns.clear();
  }

  @TearDown(Level.Iteration)
  public void report() {
    turns.report();
  }

  @TearDown
  public void stop() throws InterruptedException {
    worker.stop();
    worker.requireHealthy();
  }

  @Benchmark
  public void requests() throws InterruptedException {
    turns.run();
  }
}
