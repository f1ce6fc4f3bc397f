package io.multishot.processor;

import io.multishot.processor.GoldenTest.Case;
import java.util.stream.Stream;

/** The calls whose source is compared. */
final class CallCases {

  private CallCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of(
            "example.PricingCall",
            "example.Pricing",
            """
            package example;

            import io.multishot.MultiShotCall;

            @MultiShotCall
            public interface Pricing {
              double price(long instrument, int quantity);
            }
            """),
        Case.of(
            "example.StoreCall",
            "example.Store",
            """
            package example;

            import io.multishot.MultiShotCall;
            import io.multishot.WaitPolicy;
            import java.io.IOException;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            @MultiShotCall(
                padded = false,
                waitPolicy = WaitPolicy.PARK,
                serverWaitPolicy = WaitPolicy.BUSY_SPIN)
            interface Store<K extends Comparable<K>, V> {
              @Nullable V get(K key) throws IOException;

              void put(K key, V value) throws IOException, InterruptedException;

              int size();

              int size(K from);

              List<V> all(String... keys);
            }
            """));
  }
}
