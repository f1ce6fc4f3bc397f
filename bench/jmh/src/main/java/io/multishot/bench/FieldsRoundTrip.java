package io.multishot.bench;

import io.multishot.fixtures.Threads;
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
 * A request of so many {@code long} fields to a thread that runs on another processor, and its
 * reply, of as many: what a field adds to {@link RoundTrip}. It needs two processors to itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class FieldsRoundTrip {

  @Param({"1", "2", "4", "8", "16"})
  public int fields;

  private Exchange exchange;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    exchange = new DuplexExchange(() -> FieldsTransports.of(fields));
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
