package io.multishot.bench;

import io.multishot.MultiShot;

/** What the measured channels are generated from. */
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
}
