package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.Poll;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Concurrent calls of a slab return what they would one after the other, and none waits for
 * another.
 */
final class SlabSpecificationTest {

  static {
    Exploration.start();
    long unused = LongSlab.open(1, 1).tryAcquire();
  }

  @Test
  void operations_ofASlab_agreeWithTheSpecificationAndNeverBlock() {
    of(new ModelCheckingOptions(), 16, 80).checkObstructionFreedom(true).check(Shipped.class);
  }

  @Test
  void operations_ofASlabUnderStress_agreeWithTheSpecification() {
    of(new StressOptions(), 5, 100).check(Shipped.class);
  }

  /** What is late ends whatever the slot has now. */
  @Test
  void check_ofASlabThatIgnoresTheGeneration_fails() {
    assertFound(IgnoringGenerations.class);
  }

  /** It is right, where nothing comes between. */
  @Test
  void check_ofASlabThatLooksAndThenSends_fails() {
    assertFound(LookingFirst.class);
  }

  @Test
  void check_ofASlabWithALock_fails() {
    assertFound(Locking.class);
  }

  private static void assertFound(Class<?> operations) {
    assertThrows(
        LincheckAssertionError.class,
        () ->
            of(new ModelCheckingOptions(), 60, 150)
                .checkObstructionFreedom(true)
                .check(operations));
  }

  private static <O extends Options<O, ?>> O of(O options, int scenarios, int schedules) {
    return options
        .iterations(scenarios * Exploration.DEPTH)
        .invocationsPerIteration(schedules)
        .threads(2)
        .actorsBefore(2)
        .actorsPerThread(4)
        .actorsAfter(2)
        .minimizeFailedScenario(false)
        .invocationTimeout$lincheck(Exploration.PATIENCE)
        .sequentialSpecification(SequentialSlab.class);
  }

  /** The shipped slab. */
  public static final class Shipped extends SlabOperations {}

  /** A slab with a mistake. */
  public static final class IgnoringGenerations extends SlabOperations {
    @Override
    boolean send(long name, long value) {
      long[] found = {name};
      slab.forEachPending(open -> found[0] = (open & 1) == (name & 1) ? open : found[0]);
      return super.send(found[0], value);
    }
  }

  /** A slab with a mistake. */
  public static final class LookingFirst extends SlabOperations {
    @Override
    boolean send(long name, long value) {
      boolean isOpen = slab.poll(name) == Poll.PENDING;
      boolean unused = isOpen && super.send(name, value);
      return isOpen;
    }
  }

  /** A slab with a mistake. */
  public static final class Locking extends SlabOperations {
    @Override
    boolean send(long name, long value) {
      synchronized (slab) {
        return super.send(name, value);
      }
    }

    @Override
    public boolean abandon() {
      synchronized (slab) {
        return super.abandon();
      }
    }
  }
}
