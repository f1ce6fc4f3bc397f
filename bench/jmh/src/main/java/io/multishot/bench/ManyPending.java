package io.multishot.bench;

import java.util.Random;
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
 * On one thread: the reply to one of {@link #n} requests that are pending, which is taken, and the
 * next request in its place. With one it is the cycle of a request.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE})
public class ManyPending {

  private static final long SEED = 42;

  @Param public Pending over = Pending.SLAB;

  /** How many are pending: a power of two. */
  @Param({"1", "1024", "65536", "1048576"})
  public int n;

  /** In which order the replies come. */
  @Param public ManyChannels.Order order = ManyChannels.Order.IN_TURN;

  private PendingTable table;
  private int[] places;
  private long[] ids;
  private int next;
  private long value = 1L << 40; // beyond what boxes are cached for

  @Setup
  public void open() {
    table = over.open(n);
    places = new int[n];
    ids = new long[n];
    for (int i = 0; i < n; i++) {
      places[i] = i;
      ids[i] = table.open(i);
    }
    if (order == ManyChannels.Order.SHUFFLED) {
      shuffle(places);
    }
    System.gc(); // promotes them: those that live long are in the old generation
  }

  private static void shuffle(int[] values) {
    Random random = new Random(SEED);
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[other];
      values[other] = swapped;
    }
  }

  @Benchmark
  public long cycle() {
    int place = places[next];
    next = (next + 1) & (n - 1);
    if (!table.reply(ids[place], value)) {
      throw new AssertionError(place);
    }
    long received = table.take(place, value);
    ids[place] = table.open(place);
    return received;
  }
}
