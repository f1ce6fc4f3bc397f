package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.report.Case.Role;
import io.multishot.report.CurveChart.Curve;
import io.multishot.report.CurveChart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveChartTest {

  private static final Estimate TEN = new Estimate(10, 9, 11);
  private static final Estimate HUNDRED = new Estimate(100, 90, 110);

  private static String draw(Curve... curves) {
    return CurveChart.draw(
        "chart", "Title", List.of("Time.", ""), "n", List.of(curves), Numbers::timeTick);
  }

  @Test
  void names_standAtTheCurvesEndsAndDoNotOverlap() {
    List<Point> points = List.of(new Point(1, TEN), new Point(1000, HUNDRED));
    Drawing drawing =
        new Drawing(
            draw(
                new Curve("MultiShot", Role.OURS, points),
                new Curve("a peer", Role.PEER, points),
                new Curve("low peer", Role.PEER, List.of(new Point(1, TEN)))));
    double first = Drawing.number(drawing.get("chart-name-0"), "y");
    double second = Drawing.number(drawing.get("chart-name-1"), "y");
    double third = Drawing.number(drawing.get("chart-name-2"), "y");
    assertEquals("MultiShot", drawing.text("chart-name-0"));
    assertEquals("a peer", drawing.text("chart-name-1"));
    assertEquals("low peer", drawing.text("chart-name-2"));
    assertTrue(second - first >= 16, first + " and " + second);
    assertTrue(third - second > 100, second + " and " + third);
  }

  @Test
  void spread_movesOnlyWhatIsTooNear() {
    assertArrayEquals(
        new double[] {0, 20, 35, 100}, CurveChart.spread(new double[] {0, 20, 21, 100}, 15, 200));
    assertArrayEquals(
        new double[] {70, 85, 100}, CurveChart.spread(new double[] {90, 95, 100}, 15, 100));
  }

  @Test
  void missingPoint_leavesAGapInItsCurve() {
    Point first = new Point(1, TEN);
    Point second = new Point(10, TEN);
    Point last = new Point(100, HUNDRED);
    String whole = draw(new Curve("a", Role.OURS, List.of(first, second, last)));
    String gap = draw(new Curve("a", Role.OURS, List.of(first, new Point(10, null), last)));
    assertTrue(lines(whole) > lines(gap), gap);
    assertTrue(gap.contains("a: 10 ns at 1, 100 ns at 100."), gap);
  }

  private static int lines(String svg) {
    return svg.split("stroke-width:2.5", -1).length;
  }
}
