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
 * One shot on one thread, as in {@link SameThreadCycle}, of the next one of {@link #n} channels:
 * what it costs when they do not fit in the caches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class ManyChannels {

  /** What there are many of. */
  public enum Over {
    /** Padded fields, and one atomic exchange of each. */
    FLOOR,
    /** Fields in small objects, and one atomic exchange of each. */
    FLOOR_UNPADDED,
    CHANNEL,
    CHANNEL_UNPADDED,
    /** Places of futures: each time, a new one is put in the place of the last. */
    COMPLETABLE_FUTURE
  }

  /** In which order they are used. */
  public enum Order {
    /** As they lie in memory. */
    IN_TURN,
    /** Always the same, and the next is known long before. */
    SHUFFLED
  }

  @Param public Over over = Over.FLOOR;

  /** How many there are: a power of two. */
  @Param({"1", "16", "256", "4096", "65536", "1048576"})
  public int n;

  @Param public Order order = Order.IN_TURN;

  private ManySlots slots;
  private int next;
  private long value = 1L << 40; // beyond what boxes are cached for

  @Setup
  public void open() {
    slots =
        switch (over) {
          case FLOOR -> new ManySlots.PaddedFields(n);
          case FLOOR_UNPADDED -> new ManySlots.Fields(n);
          case CHANNEL -> new ManySlots.Channels(n);
          case CHANNEL_UNPADDED -> new ManySlots.UnpaddedChannels(n);
          case COMPLETABLE_FUTURE -> new ManySlots.Futures(n);
        };
    System.gc(); // promotes them: those that live long are in the old generation
    if (order == Order.SHUFFLED) {
      slots.shuffle(); // now, or the collector might move them into this order
    }
  }

  @Benchmark
  public long cycle() {
    int index = next;
    next = (index + 1) & (n - 1);
    return slots.cycle(index, value);
  }
}
