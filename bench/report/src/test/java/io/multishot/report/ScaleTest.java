package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {

  @Test
  void linearTicks_areRoundAndFew() {
    assertEquals(List.of(0.0, 2.0, 4.0, 6.0), new Scale(false, 0, 7.9).ticks(5));
    assertEquals(List.of(0.0, 0.5, 1.0), new Scale(false, 0, 1.3).ticks(5));
  }

  @Test
  void logarithmicTicks_areFinerOnAShorterAxis() {
    assertEquals(List.of(1.0, 10.0, 100.0), new Scale(true, 1, 600).ticks(6));
    assertEquals(List.of(0.5, 1.0, 2.0, 5.0, 10.0), new Scale(true, 0.3, 11).ticks(6));
    assertEquals(List.of(1.0, 100.0, 10000.0), new Scale(true, 1, 50000).ticks(3));
  }

  @Test
  void logarithmicTicks_areAsThoseOfALinearAxis_whereFewPowersLie() {
    assertEquals(List.of(0.6, 0.7, 0.8, 0.9), rounded(new Scale(true, 0.55, 0.95).ticks(6)));
    assertEquals(List.of(22.0, 24.0, 26.0, 28.0), rounded(new Scale(true, 21, 29).ticks(6)));
    assertEquals(List.of(120.0, 140.0, 160.0, 180.0), rounded(new Scale(true, 105, 199).ticks(6)));
  }

  private static List<Double> rounded(List<Double> ticks) {
    return ticks.stream().map(tick -> Math.round(tick * 100) / 100.0).toList();
  }
}
