package io.multishot.bench;

import io.multishot.Poll;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;
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
 * One shot on one thread: arm, send, poll, take. What it costs when no other thread is involved is
 * the instructions alone, and one atomic exchange among them.
 *
 * <p>{@link #floor} is that exchange alone, on a padded field, storing what the channel stores: a
 * reference to the object that holds the field, for which no garbage collector has anything to
 * record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class SameThreadCycle {

  private final PaddedReference reference = new PaddedReference("nothing yet");
  private final BooleanChannel.Receiver booleans = BooleanChannel.open();
  private final ByteChannel.Receiver bytes = ByteChannel.open();
  private final ShortChannel.Receiver shorts = ShortChannel.open();
  private final CharChannel.Receiver chars = CharChannel.open();
  private final IntChannel.Receiver ints = IntChannel.open();
  private final LongChannel.Receiver longs = LongChannel.open();
  private final FloatChannel.Receiver floats = FloatChannel.open();
  private final DoubleChannel.Receiver doubles = DoubleChannel.open();
  private final StringChannel.Receiver strings = StringChannel.open();
  private final UnpaddedLongChannel.Receiver unpaddedLongs = UnpaddedLongChannel.open();
  private final SpscArrayQueue<Long> queue = new SpscArrayQueue<>(1024);

  // Not final, or the compiler would know what is sent. The long is one that no cache has boxed.
  private boolean aBoolean = true;
  private byte aByte = 1;
  private short aShort = 2;
  private char aChar = 'c';
  private int anInt = 4;
  private long aLong = 1L << 40;
  private float aFloat = 5.5f;
  private double aDouble = 6.5;
  private String aString = "seven";

  /** Moves the channels to where those that live long are: the old generation. */
  @Setup
  public void promote() {
    System.gc();
  }

  @Benchmark
  public Object floor() {
    return reference.getAndSet(reference);
  }

  @Benchmark
  public boolean ofBoolean() {
    BooleanChannel.Receiver channel = booleans;
    channel.sender().send(aBoolean);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public byte ofByte() {
    ByteChannel.Receiver channel = bytes;
    channel.sender().send(aByte);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public short ofShort() {
    ShortChannel.Receiver channel = shorts;
    channel.sender().send(aShort);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public char ofChar() {
    CharChannel.Receiver channel = chars;
    channel.sender().send(aChar);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public int ofInt() {
    IntChannel.Receiver channel = ints;
    channel.sender().send(anInt);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public long ofLong() {
    LongChannel.Receiver channel = longs;
    channel.sender().send(aLong);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public float ofFloat() {
    FloatChannel.Receiver channel = floats;
    channel.sender().send(aFloat);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public double ofDouble() {
    DoubleChannel.Receiver channel = doubles;
    channel.sender().send(aDouble);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public @Nullable String ofReference() {
    StringChannel.Receiver channel = strings;
    channel.sender().send(aString);
    requireReady(channel.poll());
    return channel.take();
  }

  @Benchmark
  public long ofLongUnpadded() {
    UnpaddedLongChannel.Receiver channel = unpaddedLongs;
    channel.sender().send(aLong);
    requireReady(channel.poll());
    return channel.take();
  }

  /** {@code receive} in place of {@code poll} and {@code take}. */
  @Benchmark
  public long ofLongReceive() throws InterruptedException {
    LongChannel.Receiver channel = longs;
    channel.sender().send(aLong);
    return channel.receive();
  }

  @Benchmark
  public Long completableFuture() {
    CompletableFuture<Long> future = new CompletableFuture<>();
    future.complete(aLong);
    return future.getNow(-1L);
  }

  @Benchmark
  public @Nullable Long jctoolsSpsc() {
    queue.offer(aLong);
    return queue.poll();
  }

  private static void requireReady(Poll poll) {
    if (poll != Poll.READY) {
      throw new AssertionError(poll);
    }
  }
}
