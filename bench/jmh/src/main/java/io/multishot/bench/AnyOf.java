package io.multishot.bench;

import io.multishot.ReceiverGroup;
import io.multishot.fixtures.Threads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * As {@link ParkedRoundTrip}, but that the requester waits for any of {@link #n} replies, or for
 * all of them, with a {@link ReceiverGroup}.
 *
 * <p>For any, one of the replies comes, each in turn; only that one is armed again. {@link
 * Over#KNOWN} is the same without a group.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class AnyOf {

  /** So many that to start the calling thread does not count. */
  private static final int TRIPS = 1000;

  /** How the requester waits. */
  public enum Over {
    /** With {@code receive}, as it knows which of the channels will reply. */
    KNOWN,
    /** With {@link ReceiverGroup#awaitAny()}. */
    ANY,
    /** With {@link ReceiverGroup#awaitAll()}; all reply. */
    ALL,
    /** With {@link java.util.concurrent.CompletableFuture#anyOf}. */
    FUTURE_ANY,
    /** With {@link java.util.concurrent.CompletableFuture#allOf}; all reply. */
    FUTURE_ALL,
    /** With Guava's {@code Futures.allAsList}; all reply. */
    GUAVA_AS_LIST,
    /** With Guava's {@code Futures.whenAllComplete}; all reply. */
    GUAVA_WHEN_ALL
  }

  @Param public Over over = Over.KNOWN;

  /** How many replies can come. */
  @Param({"2", "8", "64"})
  public int n;

  @Param public Threads threads = Threads.PLATFORM;

  /** As in {@link ParkedRoundTrip#work}. */
  @Param({"0", "10000"})
  public long work;

  private Exchange exchange;
  private Thread echo;
  private long request;

  @Setup
  public void start() {
    exchange =
        switch (over) {
          case KNOWN -> new RepliesExchange.Known(n);
          case ANY -> new RepliesExchange.AnyOfChannels(n);
          case ALL -> new RepliesExchange.AllOfChannels(n);
          case FUTURE_ANY -> new RepliesExchange.AnyOfFutures(n);
          case FUTURE_ALL -> new RepliesExchange.AllOfFutures(n);
          case GUAVA_AS_LIST -> new RepliesExchange.AllAsList(n);
          case GUAVA_WHEN_ALL -> new RepliesExchange.WhenAllComplete(n);
        };
    exchange.work(work);
    System.gc(); // promotes the exchange: those that live long are in the old generation
    echo = threads.start(exchange::answerAll);
  }

  @TearDown
  public void stop() throws InterruptedException {
    exchange.stop(echo);
  }

  @Benchmark
  @OperationsPerInvocation(TRIPS)
  public long trip() throws Exception {
    request = threads.call(() -> exchange.callAll(request, TRIPS));
    return request;
  }
}
