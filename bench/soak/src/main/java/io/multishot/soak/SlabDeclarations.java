package io.multishot.soak;

import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;

/** The slabs that are soaked: with and without references, deadlines and padding. */
final class SlabDeclarations {

  private SlabDeclarations() {}

  @MultiShotSlab(type = long.class, name = "LongSlab", deadlines = true)
  interface OfLong {}

  /** Its ids are as short as they may be: a name comes again soonest. */
  @MultiShotSlab(
      type = long.class,
      name = "ShortNamesSlab",
      idBits = 32,
      deadlines = true,
      padded = true,
      waitPolicy = WaitPolicy.BUSY_SPIN)
  interface OfShortNames {}

  /** Two parts that belong together, one of them a reference. */
  @MultiShotSlab(name = "OrderSlab", idBits = 53, deadlines = true, waitPolicy = WaitPolicy.PARK)
  interface Order {
    long number();

    Payload twin();
  }
}
