package io.multishot.processor;

import io.multishot.processor.GoldenTest.Case;
import java.util.List;
import java.util.stream.Stream;

/** Declarations of slabs, of each form, and with each of the annotation's attributes. */
final class SlabCases {

  /** Eclipse does not tell a record's own constructor from the one that it has by itself. */
  static final String PLAIN_RECORD = "example.TradeSlab";

  private SlabCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of(
            "example.QuoteSlab",
            "example.Quote",
            """
            package example;

            import io.multishot.MultiShotSlab;

            @MultiShotSlab(type = long.class, deadlines = true)
            public interface Quote {}
            """,
            Long.MIN_VALUE),
        Case.of(
            "example.NoteSlab",
            "example.Note",
            """
            package example;

            import io.multishot.MultiShotSlab;
            import io.multishot.WaitPolicy;

            @MultiShotSlab(
                type = String.class,
                idBits = 53,
                padded = true,
                waitPolicy = WaitPolicy.PARK)
            interface Note {}
            """,
            "a note"),
        Case.of(
            "example.FillSlab",
            "example.Fill",
            """
            package example;

            import io.multishot.MultiShotSlab;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            @MultiShotSlab
            public interface Fill extends HasVenue<String> {
              long id();

              boolean isDone();

              char side();

              float fee();

              double price();

              List<@Nullable String> legs();
            }

            interface HasVenue<V> {
              @Nullable V venue();
            }
            """,
            "a venue",
            1L,
            true,
            'b',
            -0f,
            2.5,
            List.of()),
        Case.of(
            PLAIN_RECORD,
            "example.Trade",
            """
            package example;

            import io.multishot.MultiShotSlab;

            @MultiShotSlab
            public record Trade(long orderId, double[][] prices) {}
            """,
            1L,
            new double[][] {{2.5}}),
        Case.of(
            "example.RangeSlab",
            "example.Range",
            """
            package example;

            import io.multishot.MultiShotSlab;

            @MultiShotSlab
            record Range<T extends Comparable<T>>(T low, T high, float... steps) {
              Range {
                if (low.compareTo(high) > 0) {
                  throw new IllegalArgumentException();
                }
              }
            }
            """,
            "a",
            "b",
            new float[] {1f}),
        Case.of(
            "example.PairSlab",
            "example.Pair",
            """
            package example;

            import io.multishot.MultiShotSlab;

            @MultiShotSlab
            interface Pair<A, B extends Comparable<? super B>> {
              A first();

              B second();

              byte slot();
            }
            """,
            "a",
            2,
            (byte) -1));
  }
}
