package io.multishot.lincheck;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;

/**
 * One channel of {@code long} for each way in which the runtime differs, one of references, and a
 * call.
 */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = long.class, name = "LongChannel", padded = false, waitPolicy = WaitPolicy.PARK)
  interface ALong {}

  @MultiShot(type = long.class, name = "PaddedChannel", waitPolicy = WaitPolicy.PARK)
  interface APadded {}

  @MultiShot(type = long.class, name = "SpinningChannel", padded = false)
  interface ASpinning {}

  @MultiShot(
      type = long.class,
      name = "BusyChannel",
      padded = false,
      waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ABusy {}

  @MultiShot(
      type = Object.class,
      name = "ReferenceChannel",
      padded = false,
      waitPolicy = WaitPolicy.PARK)
  interface AReference {}

  @MultiShotSlab(type = long.class, name = "LongSlab", waitPolicy = WaitPolicy.PARK)
  interface ASlabOfLong {}

  @MultiShotCall(
      name = "EchoCall",
      padded = false,
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface AnEcho {
    long echo(long question);
  }
}
