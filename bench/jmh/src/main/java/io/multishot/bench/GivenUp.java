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
 * On one thread, beside a thousand that stay pending: a request that is given up, as at a time-out,
 * and its late reply, which is refused.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE})
public class GivenUp {

  private static final int PENDING = 1000;

  @Param({"SLAB", "MAP_OF_FUTURES", "AGRONA_OF_FUTURES"})
  public Pending over = Pending.SLAB;

  private PendingTable table;

  @Setup
  public void open() {
    table = over.open(PENDING + 1);
    for (int place = 1; place <= PENDING; place++) {
      table.open(place);
    }
  }

  @Benchmark
  public long lateReply() {
    long id = table.open(0);
    table.giveUp(0);
    if (table.reply(id, id)) {
      throw new AssertionError(id);
    }
    return id;
  }
}
