package io.multishot.contract;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What overflows a stack in the midst of an operation is the user's mistake; but no channel is dead
 * for it, and none of the virtual machine's others is.
 */
@Tag("production")
@Tag("forks")
final class StackEndTest {

  private static final List<String> SMALL = List.of("-Xss256k", "-Xint");

  /** Of all channels, in a new virtual machine. */
  @ParameterizedTest
  @EnumSource
  void firstUse_nearTheEndOfTheStack_leavesEveryChannelUsable(FirstUseAtStackEnd.Use use)
      throws Exception {
    ForkedJvm.run(FirstUseAtStackEnd.class, SMALL, use.name()).assertSucceeded();
  }

  @ParameterizedTest
  @CsvSource({
    "HANDLER, -Xint", "HANDLER, -XX:TieredStopAtLevel=1",
    "DIRECT_EXECUTOR, -Xint", "WAKER, -Xint",
    "FUTURE, -Xint", "ON_ABANDONED, -Xint"
  })
  void ring_thatOverflowsTheStack_leavesEveryChannelUsable(RingAtStackEnd.Link link, String option)
      throws Exception {
    ForkedJvm.run(RingAtStackEnd.class, List.of(option), link.name()).assertSucceeded();
  }
}
