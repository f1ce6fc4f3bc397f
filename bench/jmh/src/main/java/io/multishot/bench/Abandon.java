package io.multishot.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A shot that is given up, as by a requester whose time is up, and the one in its place, on one
 * thread: arm, renew, the late sender's send, which nobody wants, and the new one's, which is
 * received.
 *
 * <p>{@link #floor} is the second alone: a shot that is not given up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class Abandon {

  private final LongChannel.Receiver longs = LongChannel.open();
  private final UnpaddedLongChannel.Receiver unpaddedLongs = UnpaddedLongChannel.open();

  // Not final, or the compiler would know what is sent. No cache has boxed them.
  private long wanted = 1L << 40;
  private long late = 1L << 41;

  /** Moves the channels to where those that live long are: the old generation. */
  @Setup
  public void promote() {
    System.gc();
  }

  @Benchmark
  public long floor() throws InterruptedException {
    LongChannel.Receiver channel = longs;
    channel.sender().send(wanted);
    return requireWanted(channel.receive());
  }

  @Benchmark
  public long renew() throws InterruptedException {
    LongChannel.Receiver channel = longs;
    LongChannel.Sender givenUp = channel.sender();
    LongChannel.Sender fresh = channel.renew();
    requireUnwanted(givenUp.send(late));
    fresh.send(wanted);
    return requireWanted(channel.receive());
  }

  @Benchmark
  public long renewUnpadded() throws InterruptedException {
    UnpaddedLongChannel.Receiver channel = unpaddedLongs;
    UnpaddedLongChannel.Sender givenUp = channel.sender();
    UnpaddedLongChannel.Sender fresh = channel.renew();
    requireUnwanted(givenUp.send(late));
    fresh.send(wanted);
    return requireWanted(channel.receive());
  }

  /** The future is cancelled, which makes an exception with its stack trace. */
  @Benchmark
  public long completableFutureCancelled() {
    CompletableFuture<Long> givenUp = new CompletableFuture<>();
    givenUp.cancel(false);
    CompletableFuture<Long> fresh = new CompletableFuture<>();
    requireUnwanted(givenUp.complete(late));
    fresh.complete(wanted);
    return requireWanted(fresh.join());
  }

  /** The future is forgotten: whoever completes it is not told that nobody wants it. */
  @Benchmark
  public long completableFutureForgotten() {
    CompletableFuture<Long> givenUp = new CompletableFuture<>();
    CompletableFuture<Long> fresh = new CompletableFuture<>();
    givenUp.complete(late);
    fresh.complete(wanted);
    return requireWanted(fresh.join());
  }

  private static void requireUnwanted(boolean isWanted) {
    if (isWanted) {
      throw new AssertionError("the late reply was accepted");
    }
  }

  private long requireWanted(long received) {
    if (received != wanted) {
      throw new AssertionError(received);
    }
    return received;
  }
}
