package io.multishot.bench;

import io.multishot.bench.floor.PaddedReference;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * One shot of a reference on one thread, by where the channel and what it carries live. A
 * generational collector records a reference from an old object to a young one: the floor stores
 * the same reference in a field of the same generation.
 *
 * <p>Nothing is allocated meanwhile. Hence what is young stays young, unless JMH itself is told to
 * collect before each iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class OldGeneration {

  /** Where an object lives. */
  public enum Generation {
    YOUNG,
    OLD
  }

  @Param public Generation channel = Generation.YOUNG;

  @Param public Generation payload = Generation.YOUNG;

  private StringChannel.Receiver strings = StringChannel.open();
  private PaddedReference reference = new PaddedReference("nothing yet");
  private String value = newPayload();

  @Setup
  public void promote() {
    System.gc(); // all is old now
    if (channel == Generation.YOUNG) {
      strings = StringChannel.open();
      reference = new PaddedReference("nothing yet");
    }
    if (payload == Generation.YOUNG) {
      value = newPayload();
    }
  }

  private static String newPayload() {
    return String.valueOf(System.nanoTime());
  }

  /** One atomic exchange that stores the payload. */
  @Benchmark
  public Object floor() {
    return reference.getAndSet(value);
  }

  /** Arm, send, take. */
  @Benchmark
  public @Nullable String ofReference() {
    StringChannel.Receiver receiver = strings;
    receiver.sender().send(value);
    String received = receiver.take();
    if (!value.equals(received)) { // at once true for the same object
      throw new AssertionError(received);
    }
    return received;
  }
}
