package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.report.BarChart.Bar;
import io.multishot.report.BarChart.Panel;
import io.multishot.report.Case.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the drawn bars back, and compares them with the figures that were to be drawn. */
final class BarChartTest {

  private static final Bar FLOOR = new Bar("floor", Role.FLOOR, new Estimate(1, 1, 1), "1.00 ×");
  private static final Bar OURS =
      new Bar("MultiShot", Role.OURS, new Estimate(1.53, 1.48, 1.58), "1.53 ×");
  private static final Bar SLOW = new Bar("slow", Role.PEER, new Estimate(5, 4, 6.5), "5.00 ×");
  private static final Bar SLOWER =
      new Bar("slower & <slower>", Role.PEER, new Estimate(509, 402, 616), "509 ×");
  private static final Bar FASTER =
      new Bar("faster", Role.PEER, new Estimate(0.37, 0.3, 0.45), "0.37 ×");
  private static final Bar NOISY = new Bar("noisy", Role.PEER, null, "too noisy (2.16 to 8.38)");

  private static String svg(List<Bar> older, List<Bar> newer) {
    return BarChart.draw(
        "chart",
        "Title",
        "Multiples of the floor.",
        List.of(new Panel("JDK 17", "", older), new Panel("JDK 25", ": 1 × is 2 ns", newer)));
  }

  private static Drawing draw(List<Bar> older, List<Bar> newer) {
    return new Drawing(svg(older, newer));
  }

  /** Positions are rounded to a hundredth of a pixel: less than a thousandth of a value. */
  private static void requireDrawn(
      Estimate wanted, double base, Drawing drawing, int panel, int row, boolean isLogarithmic) {
    double[] bar = drawing.bar("chart-bar-%d-%d".formatted(panel, row), panel, isLogarithmic);
    double[] interval =
        drawing.interval("chart-interval-%d-%d".formatted(panel, row), panel, isLogarithmic);
    double near = 0.001;
    double far = Math.max(base, wanted.value());
    assertEquals(Math.min(base, wanted.value()), bar[0], near * far, "the bar's left end");
    assertEquals(far, bar[1], near * far, "the bar's right end");
    assertEquals(wanted.low(), interval[0], near * wanted.low(), "the interval's low end");
    assertEquals(wanted.high(), interval[1], near * wanted.high(), "the interval's high end");
  }

  @Test
  void linearBars_beginAtZeroAndEndAtTheirValues() {
    Drawing drawing = draw(List.of(FLOOR, SLOW), List.of(FLOOR, OURS, SLOW));
    requireDrawn(new Estimate(1.53, 1.48, 1.58), 0, drawing, 1, 1, false);
    requireDrawn(new Estimate(5, 4, 6.5), 0, drawing, 1, 2, false);
    requireDrawn(new Estimate(5, 4, 6.5), 0, drawing, 0, 2, false);
  }

  @Test
  void logarithmicBars_beginAtOneAndEndAtTheirValues() {
    Drawing drawing = draw(List.of(FLOOR, SLOWER, OURS), List.of(FLOOR, SLOWER, SLOW, OURS));
    requireDrawn(new Estimate(1.53, 1.48, 1.58), 1, drawing, 0, 1, true);
    requireDrawn(new Estimate(509, 402, 616), 1, drawing, 0, 3, true);
    requireDrawn(new Estimate(5, 4, 6.5), 1, drawing, 1, 2, true);
  }

  @Test
  void logarithmicBars_ofLessThanOnePointToTheLeft() {
    Drawing drawing = draw(List.of(OURS, FASTER, SLOWER), List.of(OURS, FASTER, SLOWER));
    requireDrawn(new Estimate(0.37, 0.3, 0.45), 1, drawing, 1, 0, true);
    requireDrawn(new Estimate(509, 402, 616), 1, drawing, 1, 2, true);
  }

  @Test
  void bars_areSortedByValueOfTheLastPanelThenOfTheOthers() {
    Drawing drawing = draw(List.of(NOISY, SLOWER, FASTER, OURS), List.of(NOISY, SLOW, OURS, FLOOR));
    List<String> sorted =
        List.of("faster", "floor", "MultiShot", "slow", "slower & <slower>", "noisy");
    for (int row = 0; row < sorted.size(); row++) {
      assertEquals(sorted.get(row), drawing.text("chart-name-" + row));
    }
  }

  @Test
  void everyBar_hasItsNameAndItsValueInItsRow() {
    Drawing drawing = draw(List.of(FLOOR, SLOW, NOISY), List.of(FLOOR, OURS, SLOW));
    List<String> labels = List.of("1.00 ×", "1.53 ×", "5.00 ×");
    for (int row = 0; row < labels.size(); row++) {
      String at = "1-" + row;
      assertEquals(labels.get(row), drawing.text("chart-label-" + at));
      double middle = middle(drawing, "chart-bar-" + at);
      assertEquals(middle, baseline(drawing, "chart-label-" + at) - 4, 0.02);
      assertEquals(middle, baseline(drawing, "chart-name-" + row) - 4, 0.02);
    }
  }

  private static double middle(Drawing drawing, String bar) {
    return Drawing.number(drawing.get(bar), "y") + Drawing.number(drawing.get(bar), "height") / 2;
  }

  private static double baseline(Drawing drawing, String text) {
    return Drawing.number(drawing.get(text), "y");
  }

  @Test
  void tooNoisyValue_isWrittenButNotDrawn() {
    Drawing drawing = draw(List.of(OURS, NOISY), List.of(OURS));
    assertEquals("too noisy (2.16 to 8.38)", drawing.text("chart-label-0-1"));
    assertFalse(drawing.has("chart-bar-0-1"));
    assertFalse(drawing.has("chart-interval-0-1"));
    assertFalse(drawing.has("chart-label-1-1"), "what was not measured has no label");
  }

  @Test
  void ours_hasAColourOfItsOwnAndAllPeersAnother() {
    Drawing drawing = draw(List.of(), List.of(FLOOR, OURS, SLOW, FASTER));
    String peer = drawing.color("chart-bar-1-0");
    assertEquals(peer, drawing.color("chart-bar-1-3"));
    assertNotEquals(peer, drawing.color("chart-bar-1-1"), "the floor");
    assertNotEquals(peer, drawing.color("chart-bar-1-2"), "ours");
  }

  @Test
  void svg_isTheSameEachTimeAndFitsAPage() {
    String svg = svg(List.of(FLOOR, OURS), List.of(FLOOR, OURS, SLOWER));
    assertEquals(svg, svg(List.of(FLOOR, OURS), List.of(FLOOR, OURS, SLOWER)));
    assertTrue(svg.contains("viewBox='0 0 880 "), svg);
    assertTrue(svg.contains("sans-serif"), svg);
    assertFalse(svg.contains("DejaVu"), svg);
  }

  @Test
  void svg_describesTheChartForThoseWhoCannotSeeIt() {
    String svg = svg(List.of(OURS), List.of(OURS, NOISY));
    assertTrue(svg.contains("role='img'><title>Title</title><desc>"), svg);
    assertTrue(
        svg.contains("JDK 25: 1 × is 2 ns. MultiShot 1.53 ×, noisy too noisy (2.16 to 8.38)."),
        svg);
  }
}
