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
 * One walk over {@link #n} slots, all in use: to expire what is overdue, of which there is none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2)
public class Expiry {

  @Param({"1024", "65536", "1048576"})
  public int n;

  private TimedLongSlab slab;

  @Setup
  public void open() {
    slab = TimedLongSlab.open(n);
    for (int i = 0; i < n; i++) {
      if (slab.tryAcquire(Long.MAX_VALUE) == TimedLongSlab.NONE) {
        throw new AssertionError(i);
      }
    }
  }

  @Benchmark
  public int expire() {
    return slab.expire(0);
  }

  /** The whole table is looked through in vain. */
  @Benchmark
  public long acquireOfAFullOne() {
    return slab.tryAcquire();
  }

  @Benchmark
  public int inFlight() {
    return slab.inFlight();
  }
}
