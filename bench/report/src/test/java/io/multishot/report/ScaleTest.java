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
}
