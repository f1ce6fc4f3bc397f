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
import org.openjdk.jmh.annotations.Warmup;

/**
 * One shot of so many {@code long} fields on one thread: send, poll, take the view and read every
 * field, arm. What a field adds to the instructions of {@link SameThreadCycle}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class FieldsCycle {

  @Param({"1", "2", "4", "8", "16"})
  public int fields;

  private PolledTransport way;
  private long value = 1L << 40;

  @Setup
  public void open() {
    way = FieldsTransports.of(fields);
    System.gc(); // promotes the channel: those that live long are in the old generation
  }

  @Benchmark
  public void cycle() throws InterruptedException {
    way.send(value);
    if (!way.isReady() || way.take() != value) {
      throw new AssertionError("what was sent is not there");
    }
  }
}
