package io.multishot.bench;

import io.multishot.fixtures.Threads;
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
 * {@link RoundTrip} over one thing beside another, in turn: for hosts that move their processors so
 * often that two virtual machines, one after the other, cannot be compared. An operation is {@link
 * #TRIPS} round trips of each; the metric {@code ratio} is how many times as long those of {@link
 * #over} took. No cell lies across two cache lines, which is a matter of luck otherwise: see {@link
 * Jvm#ALIGN_TO_LINES}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE, Jvm.ALIGN_TO_LINES})
public class PairedRoundTrip {

  /** Of each in a turn. */
  static final int TRIPS = 5000;

  @Param({"CALL", "CALL_RECEIVE", "CHANNEL", "CHANNEL_RECEIVE"})
  public RoundTrip.Over over = RoundTrip.Over.CALL;

  @Param({"FLOOR", "CHANNEL"})
  public RoundTrip.Over beside = RoundTrip.Over.FLOOR;

  private Exchange first;
  private Exchange second;
  private Exchange both;
  private Turns turns;
  private Thread echo;
  private long request;

  /** What answers the turns. */
  private static final class InTurn extends Exchange {
    private final Exchange first;
    private final Exchange second;

    InTurn(Exchange first, Exchange second) {
      this.first = first;
      this.second = second;
    }

    @Override
    long call(long request) {
      throw new UnsupportedOperationException();
    }

    @Override
    void answer() throws InterruptedException {
      answer(first);
      answer(second);
    }

    private static void answer(Exchange exchange) throws InterruptedException {
      for (int i = 0; i < TRIPS; i++) {
        exchange.answer();
      }
    }
  }

  @Setup
  public void start() {
    first = over.open();
    second = beside.open();
    both = new InTurn(first, second);
    turns = new Turns(() -> call(first), () -> call(second));
    System.gc(); // promotes the exchanges: those that live long are in the old generation
    echo = Threads.PLATFORM.start(both::answerAll);
  }

  private void call(Exchange exchange) throws InterruptedException {
    request = exchange.callAll(request, TRIPS);
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
    first.stop();
    second.stop();
    both.stop(echo);
  }

  @Benchmark
  public void trips() throws InterruptedException {
    turns.run();
  }
}
