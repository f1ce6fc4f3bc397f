package io.multishot.contract;

import io.multishot.contract.Declarations.Tick;
import io.multishot.contract.Declarations.Trade;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of channels that the suite runs against. */
final class Subjects {

  /** Which kinds to run against, as a pattern; all, but for mutation testing. */
  private static final String KINDS = System.getProperty("io.multishot.contract.kinds", ".*");

  private static final List<Object> LONGS = List.of(1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);

  private static final List<Object> TRADES =
      List.of(new Trade(1, 2, 3, "venue"), new Trade(Long.MIN_VALUE, -0d, Integer.MIN_VALUE, null));

  private Subjects() {}

  /** For {@code @MethodSource}. */
  static Stream<Subject> all() {
    return Stream.concat(values(), messages()).filter(subject -> subject.name().matches(KINDS));
  }

  /** One of each way to wait. */
  static Stream<Subject> waitPolicies() {
    return Stream.of(
        longs(), parkingLongs(), new Subject("long, busy", BusyLongChannelAdapter::new, LONGS));
  }

  private static Stream<Subject> values() {
    return Stream.of(
        new Subject("boolean", BooleanChannelAdapter::new, List.of(true, false)),
        new Subject(
            "byte",
            ByteChannelAdapter::new,
            List.of((byte) 1, (byte) 0, (byte) -1, Byte.MIN_VALUE, Byte.MAX_VALUE)),
        new Subject(
            "short",
            ShortChannelAdapter::new,
            List.of(
                (short) 1,
                (short) 0,
                (short) -1,
                (short) 0x1234,
                Short.MIN_VALUE,
                Short.MAX_VALUE)),
        new Subject("char", CharChannelAdapter::new, List.of('a', '\0', '\uffff', '\ud800')),
        new Subject(
            "int",
            IntChannelAdapter::new,
            List.of(1, 0, -1, 0x12345678, Integer.MIN_VALUE, Integer.MAX_VALUE)),
        longs(),
        new Subject(
            "float",
            FloatChannelAdapter::new,
            List.of(
                1f,
                0f,
                -0f,
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                Float.NEGATIVE_INFINITY,
                Float.NaN,
                Float.intBitsToFloat(0x7fc12345),
                Float.intBitsToFloat(0xffc00001))),
        new Subject(
            "double",
            DoubleChannelAdapter::new,
            List.of(
                1d,
                0d,
                -0d,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                Double.longBitsToDouble(0x7ff8123456789abcL),
                Double.longBitsToDouble(0xfff8000000000001L))),
        new Subject(
            "Object",
            ObjectChannelAdapter::new,
            Arrays.asList("a value", "another", null, new int[] {1})),
        new Subject("unpadded long", UnpaddedLongChannelAdapter::new, LONGS),
        new Subject(
            "unpadded Object",
            UnpaddedObjectChannelAdapter::new,
            Arrays.asList("a value", "another", null)),
        parkingLongs());
  }

  private static Stream<Subject> messages() {
    return Stream.of(
        new Subject(
            "view of an interface",
            FillChannelAdapter::new,
            List.of(
                new FillChannelAdapter.Kept("venue", true, 1, 2, 3),
                new FillChannelAdapter.Kept(
                    null, false, Long.MIN_VALUE, Double.NaN, Integer.MIN_VALUE))),
        new Subject("record", TradeChannelAdapter::new, TRADES),
        new Subject("view of a record", TradeChannelViewAdapter::new, TRADES),
        new Subject(
            "unpadded record",
            UnpaddedTickChannelAdapter::new,
            List.of(
                new Tick((byte) 1, 'a', 2), new Tick(Byte.MIN_VALUE, '\uffff', Long.MIN_VALUE))),
        new Subject(
            "view of a generic interface",
            ReplyChannelAdapter::new,
            List.of(
                new ReplyChannelAdapter.Kept("a value", 1),
                new ReplyChannelAdapter.Kept("another", -1))));
  }

  private static Subject longs() {
    return new Subject(
        "long",
        LongChannelAdapter::new,
        List.of(1L, 0L, -1L, 0x123456789abcdef0L, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** Its receiver parks at once. */
  private static Subject parkingLongs() {
    return new Subject("long, parking", ParkingLongChannelAdapter::new, LONGS);
  }
}
