package io.multishot.proof.scenario;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;

/** The channels, slabs and calls that the proofs run against. */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = long.class, name = "LongChannel", padded = false, waitPolicy = WaitPolicy.PARK)
  interface ALong {}

  @MultiShot(type = long.class, name = "PaddedLongChannel", waitPolicy = WaitPolicy.PARK)
  interface APaddedLong {}

  @MultiShot(type = long.class, name = "SpinningLongChannel")
  interface ASpinningLong {}

  @MultiShot(type = long.class, name = "BusyLongChannel", waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ABusyLong {}

  @MultiShot(type = Object.class, name = "ObjectChannel", waitPolicy = WaitPolicy.PARK)
  interface AnObject {}

  @MultiShot(name = "MessageChannel", waitPolicy = WaitPolicy.PARK)
  interface AMessage {
    long bid();

    int size();
  }

  @MultiShotSlab(
      type = int.class,
      name = "AnswerSlab",
      deadlines = true,
      waitPolicy = WaitPolicy.PARK)
  interface AnAnswer {}

  @MultiShotSlab(type = int.class, name = "SpinningAnswerSlab")
  interface ASpinningAnswer {}

  @MultiShotSlab(type = int.class, name = "BusyAnswerSlab", waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ABusyAnswer {}

  @MultiShotCall(
      name = "EchoCall",
      padded = false,
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface AnEcho {
    int echo(int question);
  }

  @MultiShotCall(
      name = "BusyEchoCall",
      waitPolicy = WaitPolicy.BUSY_SPIN,
      serverWaitPolicy = WaitPolicy.BUSY_SPIN)
  interface ABusyEcho {
    int echo(int question);
  }

  @MultiShotCall(
      name = "StoreCall",
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface AStore {
    Object swap(Object given);

    int size();
  }
}
