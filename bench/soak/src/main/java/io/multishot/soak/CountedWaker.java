package io.multishot.soak;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A waker that knows how often it was run, and how often it may be. */
final class CountedWaker implements Waker {

  private static final int SETTLED = 1 << 16;

  private final Harness harness;
  private final String name;
  private final @Nullable Thread toUnpark;
  private final boolean throwsFault;

  /** How often it was run; and {@link #SETTLED}, once that is final. */
  private final AtomicInteger runs = new AtomicInteger();

  // Of the thread that registers it. It cannot run before that.
  private int least;
  private int most;

  CountedWaker(Harness harness, String name, @Nullable Thread toUnpark, boolean throwsFault) {
    this.harness = harness;
    this.name = name;
    this.toUnpark = toUnpark;
    this.throwsFault = throwsFault;
  }

  CountedWaker expect(int newLeast, int newMost) {
    least = newLeast;
    most = newMost;
    return this;
  }

  boolean hasRun() {
    return runs.get() > 0;
  }

  /** Whether it is known how often it is to run. */
  boolean isDecided() {
    return least == most;
  }

  /** Whether it has run as often as it has to. */
  boolean isDue() {
    return runs.get() >= least;
  }

  /** No run is to come any more; checks how many there were. */
  void settle() {
    int count = runs.getAndAdd(SETTLED);
    if (count < least || count > most) {
      throw new SoakFailure(
          name + " was run " + count + " times, not " + least + " to " + most + " times");
    }
  }

  @Override
  public void wake() {
    int before = runs.getAndIncrement();
    if (before >= SETTLED) {
      harness.fail(new SoakFailure(name + " was run after its shot was over"));
    }
    LockSupport.unpark(toUnpark);
    if (throwsFault) {
      throw harness.fault(name, null);
    }
  }
}
