package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Concurrent calls return what they would one after the other, and none waits for another: each
 * finishes by itself, wherever the other thread is stopped.
 */
final class SpecificationTest {

  static {
    Exploration.start();
  }

  @ParameterizedTest
  @ValueSource(classes = {UnpaddedOperations.class, PaddedOperations.class})
  void operations_agreeWithTheSpecificationAndNeverBlock(Class<?> operations) {
    modelChecking().check(operations);
  }

  /** It may wait for its waker then, if the receiver is just running that. */
  @Test
  void operations_withOnAbandoned_agreeWithTheSpecification() {
    of(new ModelCheckingOptions(), 12, 60).check(WatchedOperations.class);
  }

  /** On real threads, as fast as they go. */
  @Test
  void operations_underStress_agreeWithTheSpecification() {
    of(new StressOptions(), 5, 100).check(WatchedOperations.class);
  }

  /** Whoever is stopped while it has the lock stops the other. */
  @Test
  void check_ofAChannelWithALock_fails() {
    assertThrows(
        LincheckAssertionError.class, () -> modelChecking().check(LockingOperations.class));
  }

  @Test
  void check_ofAChannelThatLosesAnOutcome_fails() {
    assertThrows(
        LincheckAssertionError.class, () -> modelChecking().check(ForgetfulOperations.class));
  }

  private static ModelCheckingOptions modelChecking() {
    return of(new ModelCheckingOptions(), 12, 60).checkObstructionFreedom(true);
  }

  private static <O extends Options<O, ?>> O of(O options, int scenarios, int schedules) {
    return options
        .iterations(scenarios * Exploration.DEPTH)
        .invocationsPerIteration(schedules)
        .threads(2)
        .actorsBefore(1)
        .actorsPerThread(4)
        .actorsAfter(2)
        .minimizeFailedScenario(false)
        .invocationTimeout$lincheck(Exploration.PATIENCE)
        .sequentialSpecification(SequentialOperations.class);
  }

  /** The shipped channel. */
  public static final class UnpaddedOperations extends Operations {
    public UnpaddedOperations() {
      super(Product.UNPADDED.open());
    }
  }

  /** The shipped channel in its default layout. */
  public static final class PaddedOperations extends Operations {
    public PaddedOperations() {
      super(Product.PADDED.open());
    }
  }

  /** The shipped channel, whose sender wants to be told of its abandonment. */
  public static final class WatchedOperations extends Operations {
    public WatchedOperations() {
      super(Product.UNPADDED.open());
    }

    @Operation(nonParallelGroup = "sender")
    public void onAbandoned() {
      watch(new Count());
    }
  }

  /** A broken copy. */
  public static final class LockingOperations extends Operations {
    public LockingOperations() {
      super(Mutant.SENDS_UNDER_A_LOCK.open());
    }
  }

  /** A broken copy. */
  public static final class ForgetfulOperations extends Operations {
    public ForgetfulOperations() {
      super(Mutant.DOES_NOT_LOOK_AFTER_REGISTERING.open());
    }
  }
}
