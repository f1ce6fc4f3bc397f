package io.multishot.bench;

import io.multishot.fixtures.Threads;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
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

/**
 * One of a million virtual threads, which wait each for a reply of its own, answered, woken and
 * ended.
 *
 * <p>The metrics ({@link MetricsProfiler}) tell what came before: the time to open the slot, to
 * start the thread and to see it wait, and what both take on the heap while all wait.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3) // the first ones may take up to ten times as long
@Measurement(iterations = 3)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, "-Xmx6g"})
public class MillionWaiters {

  private static final int COUNT = 1_000_000;

  /** From this JDK on, a virtual thread that waits on a monitor gives its carrier up. */
  private static final int MONITORS_UNPIN = 24;

  private static final long SECONDS_FOR_ALL = 300;

  @Param({
    "CHANNEL",
    "CHANNEL_UNPADDED",
    "FIELD_AND_PARK",
    "COMPLETABLE_FUTURE",
    "SETTABLE_FUTURE",
    "FUTURE_TASK",
    "NETTY_PROMISE",
    "ARRAY_BLOCKING_QUEUE",
    "SYNCHRONOUS_QUEUE"
  })
  public ReplyOver over = ReplyOver.CHANNEL;

  private final ReplySlot[] slots = new ReplySlot[COUNT];
  private final Thread[] waiters = new Thread[COUNT];
  private CountDownLatch done;
  private LongAdder wrong;

  @Setup
  public void requireSupported() {
    Threads.VIRTUAL.requireSupported();
    if (over == ReplyOver.NETTY_PROMISE && Runtime.version().feature() < MONITORS_UNPIN) {
      throw new UnsupportedOperationException(
          "skipped: before JDK 24, a virtual thread that waits on a monitor keeps its carrier");
    }
  }

  @Setup(Level.Invocation)
  public void start() {
    done = new CountDownLatch(COUNT);
    wrong = new LongAdder();
    long usedBefore = Heap.usedAfterCollection();
    long begin = System.nanoTime();
    for (int i = 0; i < COUNT; i++) {
      slots[i] = over.open();
      waiters[i] = startWaiter(slots[i], reply(i));
    }
    for (Thread waiter : waiters) {
      while (waiter.getState() != Thread.State.WAITING) {
        requireInTime(begin);
        Thread.onSpinWait();
      }
    }
    long nanos = System.nanoTime() - begin;
    long used = Heap.usedAfterCollection() - usedBefore;
    MetricsProfiler.report("start", (double) nanos / COUNT, "ns/op");
    MetricsProfiler.report("heap", (double) used / COUNT, "B/op");
  }

  private Thread startWaiter(ReplySlot slot, long expected) {
    return Threads.VIRTUAL.start(
        () -> {
          try {
            if (slot.await() != expected) {
              wrong.increment();
            }
          } catch (InterruptedException e) { // nobody interrupts
            wrong.increment();
          }
          done.countDown();
        });
  }

  private static void requireInTime(long begin) {
    if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(SECONDS_FOR_ALL)) {
      throw new AssertionError("a thread does not wait");
    }
  }

  /** A number that no two threads share, and that no cache of boxes holds. */
  private static long reply(int index) {
    return (index + 1L) << 32;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void answer() throws InterruptedException {
    for (int i = 0; i < COUNT; i++) {
      slots[i].reply(reply(i));
    }
    if (!done.await(SECONDS_FOR_ALL, TimeUnit.SECONDS)) {
      throw new AssertionError(done.getCount() + " threads have not been woken");
    }
  }

  @TearDown(Level.Invocation)
  public void requireRight() {
    if (wrong.sum() > 0) {
      throw new AssertionError(wrong + " replies were wrong");
    }
    Arrays.fill(slots, null);
    Arrays.fill(waiters, null);
  }
}
