package io.multishot.bench;

import io.multishot.Poll;
import io.multishot.bench.floor.PaddedReference;
import io.multishot.bench.peer.AgronaRing;
import io.multishot.bench.peer.Deferreds;
import io.multishot.bench.peer.DisruptorRing;
import io.multishot.bench.peer.KotlinChannel;
import io.multishot.bench.peer.OneShot;
import io.multishot.bench.peer.OneShots;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
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
import reactor.core.publisher.Sinks;

/**
 * One shot on one thread: arm, send, poll, take. What it costs when no other thread is involved is
 * the instructions alone, and one atomic exchange among them.
 *
 * <p>{@link #floor} is that exchange alone, on a padded field, storing what the channel stores: a
 * reference to the object that holds the field, for which no garbage collector has anything to
 * record. Of the peers, a future is made, completed, looked at and read; a queue is offered a value
 * and polled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE, Jvm.OPEN_UNSAFE})
public class SameThreadCycle {

  private static final int CAPACITY = 1024;

  private static final OneShots.Completables COMPLETABLES = new OneShots.Completables();
  private static final OneShots.Tasks TASKS = new OneShots.Tasks();
  private static final OneShots.Settables SETTABLES = new OneShots.Settables();
  private static final OneShots.Promises PROMISES = new OneShots.Promises();
  private static final OneShots.Ones ONES = new OneShots.Ones();
  private static final Deferreds DEFERREDS = new Deferreds();

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
  private final KotlinChannel kotlinChannel = new KotlinChannel();
  private final ArrayBlockingQueue<Long> arrayBlockingQueue = new ArrayBlockingQueue<>(1);
  private final LinkedTransferQueue<Long> linkedTransferQueue = new LinkedTransferQueue<>();
  private final SpscArrayQueue<Long> spscArrayQueue = new SpscArrayQueue<>(CAPACITY);
  private final OneToOneConcurrentArrayQueue<Long> oneToOneQueue =
      new OneToOneConcurrentArrayQueue<>(CAPACITY);
  private final AgronaRing agronaRing = new AgronaRing();
  private final DisruptorRing disruptorRing = new DisruptorRing(CAPACITY);

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
    reference.value = reference;
    System.gc();
  }

  @Benchmark
  public void floor() {
    require(reference.getAndSet(reference) == reference);
  }

  @Benchmark
  public void ofBoolean() {
    BooleanChannel.Receiver channel = booleans;
    channel.sender().send(aBoolean);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aBoolean);
  }

  @Benchmark
  public void ofByte() {
    ByteChannel.Receiver channel = bytes;
    channel.sender().send(aByte);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aByte);
  }

  @Benchmark
  public void ofShort() {
    ShortChannel.Receiver channel = shorts;
    channel.sender().send(aShort);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aShort);
  }

  @Benchmark
  public void ofChar() {
    CharChannel.Receiver channel = chars;
    channel.sender().send(aChar);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aChar);
  }

  @Benchmark
  public void ofInt() {
    IntChannel.Receiver channel = ints;
    channel.sender().send(anInt);
    require(channel.poll() == Poll.READY);
    require(channel.take() == anInt);
  }

  @Benchmark
  public void ofLong() {
    LongChannel.Receiver channel = longs;
    channel.sender().send(aLong);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aLong);
  }

  @Benchmark
  public void ofFloat() {
    FloatChannel.Receiver channel = floats;
    channel.sender().send(aFloat);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aFloat);
  }

  @Benchmark
  public void ofDouble() {
    DoubleChannel.Receiver channel = doubles;
    channel.sender().send(aDouble);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aDouble);
  }

  @Benchmark
  public void ofReference() {
    StringChannel.Receiver channel = strings;
    channel.sender().send(aString);
    require(channel.poll() == Poll.READY);
    require(Objects.equals(channel.take(), aString));
  }

  @Benchmark
  public void ofLongUnpadded() {
    UnpaddedLongChannel.Receiver channel = unpaddedLongs;
    channel.sender().send(aLong);
    require(channel.poll() == Poll.READY);
    require(channel.take() == aLong);
  }

  /** {@code receive} in place of {@code poll} and {@code take}. */
  @Benchmark
  public void ofLongReceive() throws InterruptedException {
    LongChannel.Receiver channel = longs;
    channel.sender().send(aLong);
    require(channel.receive() == aLong);
  }

  @Benchmark
  public void completableFuture() throws InterruptedException {
    cycle(COMPLETABLES);
  }

  @Benchmark
  public void futureTask() throws InterruptedException {
    cycle(TASKS);
  }

  @Benchmark
  public void settableFuture() throws InterruptedException {
    cycle(SETTABLES);
  }

  @Benchmark
  public void nettyPromise() throws InterruptedException {
    cycle(PROMISES);
  }

  @Benchmark
  public void completableDeferred() throws InterruptedException {
    cycle(DEFERREDS);
  }

  /** It is looked at by the wait itself, which finds the value there. */
  @Benchmark
  public void reactorSink() throws InterruptedException {
    Sinks.One<Long> sink = ONES.make();
    ONES.complete(sink, aLong);
    require(ONES.await(sink) == aLong);
  }

  @Benchmark
  public void kotlinChannel() {
    KotlinChannel channel = kotlinChannel;
    require(channel.offer(aLong));
    requireSent(channel.poll());
  }

  @Benchmark
  public void arrayBlockingQueue() {
    cycle(arrayBlockingQueue);
  }

  @Benchmark
  public void linkedTransferQueue() {
    cycle(linkedTransferQueue);
  }

  @Benchmark
  public void jctoolsSpsc() {
    cycle(spscArrayQueue);
  }

  @Benchmark
  public void agronaOneToOne() {
    cycle(oneToOneQueue);
  }

  @Benchmark
  public void agronaRingBuffer() {
    AgronaRing ring = agronaRing;
    ring.write(aLong);
    require(ring.read());
    require(ring.value() == aLong);
  }

  @Benchmark
  public void disruptor() {
    DisruptorRing ring = disruptorRing;
    ring.publish(aLong);
    long sequence = ring.next();
    require(ring.isPublished(sequence));
    require(ring.take(sequence) == aLong);
  }

  private <F> void cycle(OneShot.Polled<F> kind) throws InterruptedException {
    F future = kind.make();
    kind.complete(future, aLong);
    requireSent(kind.poll(future));
  }

  private void cycle(Queue<Long> queue) {
    require(queue.offer(aLong));
    requireSent(queue.poll());
  }

  private void requireSent(@Nullable Long received) {
    require(received != null && received == aLong);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("what was sent is not there");
    }
  }
}
