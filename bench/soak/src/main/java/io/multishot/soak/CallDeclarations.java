package io.multishot.soak;

import io.multishot.MultiShotCall;
import io.multishot.WaitPolicy;

/** The calls that are soaked: with and without padding, answered by a number or a reference. */
final class CallDeclarations {

  private CallDeclarations() {}

  @MultiShotCall(
      name = "ParkingEchoCall",
      padded = false,
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface ParkingEcho {
    long echo(long number, CallQuestion question);
  }

  /** Spins, and then parks. */
  @MultiShotCall(name = "BoxedEchoCall")
  interface BoxedEcho {
    Long boxed(long number, CallQuestion question);
  }

  /** Serves both. */
  abstract static class Book implements ParkingEcho, BoxedEcho {
    @Override
    public final Long boxed(long number, CallQuestion question) {
      return echo(number, question);
    }
  }
}
