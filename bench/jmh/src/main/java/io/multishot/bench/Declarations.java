package io.multishot.bench;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;

/** What the measured channels, slabs and calls are generated from. */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = boolean.class, name = "BooleanChannel")
  interface OfBoolean {}

  @MultiShot(type = byte.class, name = "ByteChannel")
  interface OfByte {}

  @MultiShot(type = short.class, name = "ShortChannel")
  interface OfShort {}

  @MultiShot(type = char.class, name = "CharChannel")
  interface OfChar {}

  @MultiShot(type = int.class, name = "IntChannel")
  interface OfInt {}

  @MultiShot(type = long.class, name = "LongChannel")
  interface OfLong {}

  @MultiShot(type = float.class, name = "FloatChannel")
  interface OfFloat {}

  @MultiShot(type = double.class, name = "DoubleChannel")
  interface OfDouble {}

  @MultiShot(type = String.class, name = "StringChannel")
  interface OfString {}

  @MultiShot(type = long.class, name = "UnpaddedLongChannel", padded = false)
  interface OfLongUnpadded {}

  /** As {@link OfLong}, but that its receiver does not look for a while before it parks. */
  @MultiShot(type = long.class, name = "ParkingLongChannel", waitPolicy = WaitPolicy.PARK)
  interface OfLongParking {}

  /** A request and its reply. */
  @MultiShotCall(name = "EchoCall")
  interface Echo {
    long successor(long request);
  }

  /** As {@link Echo}, but that neither side looks for a while before it parks. */
  @MultiShotCall(
      name = "ParkingEchoCall",
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface ParkingEcho {
    long successor(long request);
  }

  @MultiShotSlab(type = long.class, name = "LongSlab")
  interface OfPendingLong {}

  /** As {@link OfPendingLong}, whose shots may expire. */
  @MultiShotSlab(type = long.class, name = "TimedLongSlab", deadlines = true)
  interface OfTimedLong {}

  /** Four fields, received as a view. */
  @MultiShot(name = "FillChannel")
  interface Fill {
    long orderId();

    double price();

    int quantity();

    String venue();
  }

  /** One field, received as a view: what a view costs in itself. */
  @MultiShot(name = "PriceChannel")
  interface Price {
    long price();
  }

  /** Four fields of the type that costs least. */
  @MultiShot(name = "RangeChannel")
  interface Range {
    long first();

    long last();

    long low();

    long high();
  }

  /** Four fields, none of them a reference. */
  @MultiShot(name = "LevelChannel")
  interface Level {
    long price();

    double size();

    int orders();

    boolean isBid();
  }

  /** The fields of a fill as a record, received whole or as a view. */
  @MultiShot(name = "TradeChannel")
  record Trade(long orderId, double price, int quantity, String venue) {}

  /** The record again, as an object handed over by reference. */
  @MultiShot(type = Trade.class, name = "TradeReferenceChannel")
  interface OfTrade {}
}
