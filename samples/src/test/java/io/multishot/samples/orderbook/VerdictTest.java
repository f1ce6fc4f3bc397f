package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static Result rounds(long... nanos) {
    return new Result(Arrays.stream(nanos).mapToObj(VerdictTest::round).toList());
  }

  private static Round round(long nanos) {
    Tally tally = new Tally();
    tally.answered(1);
    return new Round(nanos, tally);
  }

  private static String compare(Result channel, Result future) {
    return Verdict.of(Variant.CHANNEL, channel, Variant.FUTURE, future);
  }

  /** The fifth round is slow for both, as where another program wants the processor. */
  @Test
  void difference_isSaidWithItsSpread() {
    assertEquals(
        "channel took 0.62 of the time of future (0.58 to 0.66 in 9 rounds).",
        compare(
            rounds(62, 62, 62, 58, 620, 66, 62, 62, 62),
            rounds(100, 100, 100, 100, 1000, 100, 100, 100, 100)));
  }

  @Test
  void differenceThatIsNotInEveryRound_isNotClaimed() {
    assertEquals(
        "No difference that this run can tell:\n"
            + "channel took 0.62 of the time of future (0.62 to 1.01 in 9 rounds).",
        compare(
            rounds(62, 62, 62, 62, 62, 62, 62, 62, 101),
            rounds(100, 100, 100, 100, 100, 100, 100, 100, 100)));
  }

  @Test
  void roundsWithoutRequests_areTooFewToCompare() {
    assertEquals("Too few requests to compare.", compare(rounds(1, 2), rounds(3, 4)));
    Result empty = new Result(Arrays.asList(new Round(1, new Tally()), round(1)));
    assertEquals("Too few requests to compare.", compare(empty, empty));
  }
}
