package io.multishot.bench;

import io.multishot.bench.floor.PaddedLong;
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
 * A request to a thread that spins on another processor, and its reply. The id of the request goes
 * over a padded {@code long}, in each case; what differs is the table of pending requests.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class PendingRoundTrip {

  private static final int PLACES = 16;

  @Param({"SLAB", "MAP_OF_FUTURES", "ARRAY_OF_CHANNELS"})
  public Pending over = Pending.SLAB;

  private Exchange exchange;
  private Thread replier;
  private long value;

  /** The id and the request travel on one line. */
  private static final class OverTable extends Exchange {

    private final PendingTable table;
    private final PaddedLong idLine = new PaddedLong(-1);
    private final PaddedLong request = new PaddedLong(0);

    OverTable(PendingTable table) {
      this.table = table;
    }

    @Override
    long call(long sent) {
      long id = table.open(0);
      request.setRelease(sent);
      idLine.setRelease(id);
      long reply = table.poll(0);
      while (reply == PendingTable.NOTHING) {
        spin();
        reply = table.poll(0);
      }
      return reply;
    }

    @Override
    void answer() {
      long id = idLine.getAcquire();
      while (id < 0) {
        spin();
        id = idLine.getAcquire();
      }
      idLine.setRelease(-1);
      long sent = request.getAcquire();
      if (!table.reply(id, reply(sent))) {
        throw new AssertionError(id);
      }
    }
  }

  @Setup
  public void start() {
    over.requireForThreads();
    exchange = new OverTable(over.open(PLACES));
    System.gc(); // promotes the exchange: those that live long are in the old generation
    replier = Threads.PLATFORM.start(exchange::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    exchange.stop(replier);
  }

  @Benchmark
  public long roundTrip() throws InterruptedException {
    value = exchange.callAll(value, 1);
    return value;
  }
}
