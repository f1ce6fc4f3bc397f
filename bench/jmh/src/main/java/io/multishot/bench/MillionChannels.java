package io.multishot.bench;

import com.google.common.util.concurrent.SettableFuture;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

/**
 * One of a million channels opened and armed, and all kept, or as many of what else can carry a
 * reply; the work of the garbage collector included. A channel can be used again; here it is not.
 *
 * <p>The metrics ({@link MetricsProfiler}) are the bytes of one, with all that it alone holds: what
 * they take on the heap after a collection, divided by the million, and what JOL works out from the
 * layout.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, "-Xmx4g", Jvm.LET_JOL_GUESS})
public class MillionChannels {

  private static final int COUNT = 1_000_000;

  /** What is made. */
  public enum Over {
    CHANNEL,
    CHANNEL_UNPADDED,
    COMPLETABLE_FUTURE,
    SETTABLE_FUTURE,
    FUTURE_TASK,
    NETTY_PROMISE,
    ARRAY_BLOCKING_QUEUE,
    SYNCHRONOUS_QUEUE,
    EXCHANGER;

    private Object open() {
      return switch (this) {
        case CHANNEL -> armedChannel();
        case CHANNEL_UNPADDED -> armedUnpaddedChannel();
        case COMPLETABLE_FUTURE -> new CompletableFuture<>();
        case SETTABLE_FUTURE -> SettableFuture.create();
        case FUTURE_TASK -> new FutureTask<>(Over::reply);
        case NETTY_PROMISE -> ImmediateEventExecutor.INSTANCE.newPromise();
        case ARRAY_BLOCKING_QUEUE -> new ArrayBlockingQueue<>(1);
        case SYNCHRONOUS_QUEUE -> new SynchronousQueue<>();
        case EXCHANGER -> new Exchanger<>();
      };
    }

    private static Object armedChannel() {
      LongChannel.Receiver receiver = LongChannel.open();
      receiver.sender();
      return receiver;
    }

    private static Object armedUnpaddedChannel() {
      UnpaddedLongChannel.Receiver receiver = UnpaddedLongChannel.open();
      receiver.sender();
      return receiver;
    }

    private static Long reply() {
      return 1L;
    }
  }

  @Param public Over over = Over.CHANNEL;

  private final Object[] kept = new Object[COUNT];
  private long usedBefore;

  @Setup(Level.Invocation)
  public void clean() {
    usedBefore = Heap.usedAfterCollection();
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Object open() {
    for (int i = 0; i < COUNT; i++) {
      kept[i] = over.open();
    }
    return kept;
  }

  @TearDown(Level.Invocation)
  public void weigh() {
    long used = Heap.usedAfterCollection() - usedBefore;
    MetricsProfiler.report("heap", (double) used / COUNT, "B/op");
    Arrays.fill(kept, null);
    long layout = layoutOfOne();
    if (layout > 0) { // from Netty's promises one gets to all that there is, on JDK 25
      MetricsProfiler.report("layout", (double) layout, "B/op");
    }
  }

  /** What one takes, without what it shares with another. */
  private long layoutOfOne() {
    Object one = over.open();
    Object other = over.open();
    return GraphLayout.parseInstance(one, other).totalSize()
        - GraphLayout.parseInstance(other).totalSize();
  }
}
