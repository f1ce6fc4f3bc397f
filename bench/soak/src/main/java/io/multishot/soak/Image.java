package io.multishot.soak;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What is sent for a shot, in each type, and what of it can be told when it is received.
 *
 * <p>All bits of a value are drawn from the number of its shot, so that the value of another shot,
 * or half of one, is another value. The <i>image</i> of what was received is a {@code long} that is
 * equal for equal values, whatever their type: nothing is boxed to compare them. A {@code boolean}
 * of a wrong shot passes half of the time, a {@code long} never.
 */
final class Image {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Image() {}

  /** {@code (long shot)T}: the value that is sent as part {@code index} of a message. */
  static MethodHandle part(Class<?> type, int index, boolean isFresh) {
    String name = type.isPrimitive() ? type.getName() + "Of" : isFresh ? "freshPayload" : "payload";
    MethodHandle bits = find("bits", long.class, long.class, int.class);
    MethodHandle value = find(name, type.isPrimitive() ? type : Payload.class, long.class);
    return MethodHandles.filterReturnValue(MethodHandles.insertArguments(bits, 1, index), value)
        .asType(MethodType.methodType(type, long.class));
  }

  /** {@code (parts)long}: the image of a message with parts of these types. */
  static MethodHandle of(Class<?>... types) {
    return find("of", long.class, types);
  }

  /** A permutation of the 64-bit numbers whose bits depend on each other (SplitMix64's). */
  static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  static long bits(long shot, int index) {
    return mix(shot * 0x9E3779B97F4A7C15L + index);
  }

  static boolean booleanOf(long bits) {
    return bits < 0;
  }

  static byte byteOf(long bits) {
    return (byte) bits;
  }

  static short shortOf(long bits) {
    return (short) bits;
  }

  static char charOf(long bits) {
    return (char) bits;
  }

  static int intOf(long bits) {
    return (int) bits;
  }

  static long longOf(long bits) {
    return bits;
  }

  /** A whole number of 24 bits: never a NaN, whose bits may change on the way. */
  static float floatOf(long bits) {
    return bits >> 40;
  }

  /** A whole number of 53 bits: never a NaN, whose bits may change on the way. */
  static double doubleOf(long bits) {
    return bits >> 11;
  }

  static Payload payload(long bits) {
    return Payload.pooled(bits);
  }

  static Payload freshPayload(long bits) {
    return Payload.fresh(bits);
  }

  static long of(boolean value) {
    return value ? 1 : 0;
  }

  static long of(byte value) {
    return value;
  }

  static long of(short value) {
    return value;
  }

  static long of(char value) {
    return value;
  }

  static long of(int value) {
    return value;
  }

  static long of(long value) {
    return value;
  }

  static long of(float value) {
    return Float.floatToRawIntBits(value);
  }

  static long of(double value) {
    return Double.doubleToRawLongBits(value);
  }

  static long of(Payload value) {
    return value.tag();
  }

  static long of(Object value, int code) {
    return ((Payload) value).tag() + 31L * code;
  }

  static long of(Reply<?> reply) {
    return of(reply.value(), reply.code());
  }

  static long of(long id, boolean isBid, double price, Payload venue) {
    return of(isBid) + 31 * (of(price) + 31 * (of(venue) + 31 * id));
  }

  static long of(Quote quote) {
    return of(quote.id(), quote.isBid(), quote.price(), quote.venue());
  }

  static long of(long id, char side, float price, Payload venue) {
    return of(side) + 31 * (of(price) + 31 * (of(venue) + 31 * id));
  }

  static long of(Trade trade) {
    return of(trade.id(), trade.side(), trade.price(), trade.venue());
  }

  private static MethodHandle find(String name, Class<?> returned, Class<?>... parameters) {
    try {
      return LOOKUP.findStatic(Image.class, name, MethodType.methodType(returned, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
