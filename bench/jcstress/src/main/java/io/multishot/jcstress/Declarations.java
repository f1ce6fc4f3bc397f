package io.multishot.jcstress;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;

/**
 * The channels under stress. Unpadded, mostly: then there is memory for many at a time. A padded
 * one reaches its fields by code of its own, and is tested where that matters.
 */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = long.class, name = "LongChannel", padded = false)
  interface OfLong {}

  @MultiShot(type = long.class, name = "PaddedLongChannel")
  interface OfLongPadded {}

  @MultiShot(
      type = long.class,
      name = "ParkingLongChannel",
      padded = false,
      waitPolicy = WaitPolicy.PARK)
  interface OfLongParking {}

  @MultiShot(
      type = long.class,
      name = "BusyLongChannel",
      padded = false,
      waitPolicy = WaitPolicy.BUSY_SPIN)
  interface OfLongBusy {}

  @MultiShot(type = double.class, name = "DoubleChannel", padded = false)
  interface OfDouble {}

  @MultiShot(type = Object.class, name = "ObjectChannel", padded = false)
  interface OfObject {}

  /** Parts of several kinds, received as a view. */
  @MultiShot(name = "FillChannel", padded = false)
  interface Fill {
    long orderId();

    double price();

    int quantity();

    String venue();
  }

  /** The same, received as a record. */
  @MultiShot(name = "TradeChannel", padded = false)
  record Trade(long orderId, double price, int quantity, String venue) {}

  @MultiShotSlab(type = long.class, name = "LongSlab", deadlines = true)
  interface OfSlabOfLong {}

  /** Parts of several kinds, in a slab. */
  @MultiShotSlab(name = "OrderSlab")
  interface Order {
    long orderId();

    double price();

    int quantity();

    String venue();
  }

  @MultiShotCall(name = "EchoCall", padded = false)
  interface Echo {
    long echo(long question, String text);
  }

  @MultiShotCall(
      name = "ParkingEchoCall",
      padded = false,
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface ParkingEcho {
    long echo(long question);
  }

  @MultiShotCall(
      name = "BusyEchoCall",
      padded = false,
      waitPolicy = WaitPolicy.BUSY_SPIN,
      serverWaitPolicy = WaitPolicy.BUSY_SPIN)
  interface BusyEcho {
    long echo(long question);
  }
}
