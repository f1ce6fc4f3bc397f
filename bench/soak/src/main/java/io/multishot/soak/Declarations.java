package io.multishot.soak;

import io.multishot.MultiShot;
import io.multishot.WaitPolicy;

/**
 * The channels that are soaked: every type with every wait policy, and with and without padding;
 * every wait policy with and without padding, too.
 */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = boolean.class, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface BooleanSpinning {}

  @MultiShot(type = boolean.class, padded = false, waitPolicy = WaitPolicy.PARK)
  interface BooleanParking {}

  @MultiShot(type = boolean.class, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface BooleanBusy {}

  @MultiShot(type = byte.class, padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface ByteSpinning {}

  @MultiShot(type = byte.class, waitPolicy = WaitPolicy.PARK)
  interface ByteParking {}

  @MultiShot(type = byte.class, padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ByteBusy {}

  @MultiShot(type = short.class, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface ShortSpinning {}

  @MultiShot(type = short.class, padded = false, waitPolicy = WaitPolicy.PARK)
  interface ShortParking {}

  @MultiShot(type = short.class, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ShortBusy {}

  @MultiShot(type = char.class, padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface CharSpinning {}

  @MultiShot(type = char.class, waitPolicy = WaitPolicy.PARK)
  interface CharParking {}

  @MultiShot(type = char.class, padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface CharBusy {}

  @MultiShot(type = int.class, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface IntSpinning {}

  @MultiShot(type = int.class, padded = false, waitPolicy = WaitPolicy.PARK)
  interface IntParking {}

  @MultiShot(type = int.class, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface IntBusy {}

  @MultiShot(type = long.class, padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface LongSpinning {}

  @MultiShot(type = long.class, waitPolicy = WaitPolicy.PARK)
  interface LongParking {}

  @MultiShot(type = long.class, padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface LongBusy {}

  @MultiShot(type = float.class, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface FloatSpinning {}

  @MultiShot(type = float.class, padded = false, waitPolicy = WaitPolicy.PARK)
  interface FloatParking {}

  @MultiShot(type = float.class, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface FloatBusy {}

  @MultiShot(type = double.class, padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface DoubleSpinning {}

  @MultiShot(type = double.class, waitPolicy = WaitPolicy.PARK)
  interface DoubleParking {}

  @MultiShot(type = double.class, padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface DoubleBusy {}

  @MultiShot(type = Payload.class, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface ReferenceSpinning {}

  @MultiShot(type = Payload.class, padded = false, waitPolicy = WaitPolicy.PARK)
  interface ReferenceParking {}

  @MultiShot(type = Payload.class, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ReferenceBusy {}

  @MultiShot(padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface GenericSpinning<T> extends Reply<T> {}

  @MultiShot(waitPolicy = WaitPolicy.PARK)
  interface GenericParking<T> extends Reply<T> {}

  @MultiShot(padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  interface GenericBusy<T> extends Reply<T> {}

  @MultiShot(waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  interface ViewSpinning extends Quote {}

  @MultiShot(padded = false, waitPolicy = WaitPolicy.PARK)
  interface ViewParking extends Quote {}

  @MultiShot(waitPolicy = WaitPolicy.BUSY_SPIN)
  interface ViewBusy extends Quote {}

  @MultiShot(padded = false, waitPolicy = WaitPolicy.SPIN_THEN_PARK)
  record RecordSpinning(long id, char side, float price, Payload venue) implements Trade {}

  @MultiShot(waitPolicy = WaitPolicy.PARK)
  record RecordParking(long id, char side, float price, Payload venue) implements Trade {}

  @MultiShot(padded = false, waitPolicy = WaitPolicy.BUSY_SPIN)
  record RecordBusy(long id, char side, float price, Payload venue) implements Trade {}
}
