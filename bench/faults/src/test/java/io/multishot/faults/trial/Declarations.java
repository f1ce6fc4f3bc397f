package io.multishot.faults.trial;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;
import java.util.Objects;

/** One channel of each kind in which generated code differs; and so with slabs, and a call. */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = long.class, name = "PaddedChannel")
  interface APadded {}

  @MultiShot(type = long.class, name = "UnpaddedChannel", padded = false)
  interface AnUnpadded {}

  @MultiShot(type = Object.class, name = "ReferenceChannel")
  interface AReference {}

  @MultiShot(name = "MessageChannel")
  interface AMessage {
    long id();

    Object twin();
  }

  /** With a constructor of its own, so that sending makes one, too. */
  @MultiShot(name = "RecordChannel", padded = false)
  record ARecord(long id, Object twin) {
    ARecord {
      Objects.requireNonNull(twin);
    }
  }

  @MultiShotSlab(type = long.class, name = "LongSlab", deadlines = true)
  interface ASlabOfLong {}

  /** With references that are to be cleared. */
  @MultiShotSlab(name = "MessageSlab", deadlines = true)
  interface AMessageOfASlab {
    long id();

    Object twin();
  }

  /** Waits without spinning, so that each wait passes the same points. */
  @MultiShotCall(
      name = "EchoCall",
      padded = false,
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface AnEcho {
    Object echo(long number, Object twin);
  }
}
