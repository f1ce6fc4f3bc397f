package io.multishot.lincheck;

import io.multishot.MultiShotReceiver;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Sets a receiver's spin estimate, as earlier waits would. A new receiver parks without a spin, and
 * the many waits that would change that are too many steps for a model checker.
 */
final class SpinEstimate {

  private static final VarHandle SPINS;

  static {
    try {
      SPINS =
          MethodHandles.privateLookupIn(MultiShotReceiver.class, MethodHandles.lookup())
              .findVarHandle(MultiShotReceiver.class, "spins", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private SpinEstimate() {}

  /** Has the next wait spin {@code times} times. */
  static void set(MultiShotReceiver receiver, int times) {
    SPINS.set(receiver, times);
  }
}
