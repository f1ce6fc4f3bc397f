package io.multishot.report;

import static java.util.Comparator.comparingDouble;

import io.multishot.report.Case.Role;
import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Curves on two logarithmic axes, each with its name at its end. A point that is not drawn leaves a
 * gap in its curve.
 */
final class CurveChart {

  private static final int PLOT = 330;
  private static final int GAP = 10;
  private static final int TICKS = 72;
  private static final int AXIS = 26;
  private static final int AXIS_TITLE = 20;
  private static final int NAMES = 210;
  private static final double NAME_HEIGHT = 16;
  private static final double BASELINE = 4;
  private static final int MOST_TICKS = 7;
  private static final double LEADER = 20;
  private static final double DOT = 6;
  private static final double MARGIN = 1.15;

  private static final Stroke OURS = new BasicStroke(2.5f);
  private static final Stroke OTHERS = new BasicStroke(1.5f);

  private final List<Curve> curves;
  private final Scale places;
  private final Scale values;
  private final Picture picture;

  /**
   * A curve.
   *
   * @param points from left to right
   */
  record Curve(String name, Role role, List<Point> points) {

    private Point end() {
      Point end = null;
      for (Point point : points) {
        end = point.value == null ? end : point;
      }
      return Objects.requireNonNull(end, "a curve without points");
    }
  }

  /**
   * A point of a curve.
   *
   * @param value {@code null} if it is too uncertain to be drawn, or was not measured
   */
  record Point(double place, @Nullable Estimate value) {}

  private CurveChart(Picture picture, List<Curve> curves) {
    this.picture = picture;
    this.curves = curves;
    DoubleSummaryStatistics x = new DoubleSummaryStatistics();
    DoubleSummaryStatistics y = new DoubleSummaryStatistics();
    for (Curve curve : curves) {
      for (Point point : curve.points) {
        x.accept(point.place);
        if (point.value != null) {
          y.accept(point.value.low());
          y.accept(point.value.high());
        }
      }
    }
    places = new Scale(true, x.getMin() / MARGIN, x.getMax() * MARGIN);
    values = new Scale(true, y.getMin() / MARGIN, y.getMax() * MARGIN);
  }

  /**
   * Draws a chart.
   *
   * @param axis what the curves are along
   * @param curves each with at least one point that is drawn
   * @param label of a tick on the vertical axis
   */
  static String draw(
      String id,
      String title,
      List<String> subtitles,
      String axis,
      List<Curve> curves,
      DoubleFunction<String> label) {
    Picture picture = new Picture(id, title, subtitles, GAP + PLOT + AXIS + AXIS_TITLE);
    new CurveChart(picture, curves).draw(axis, label);
    return picture.svg(String.join(" ", subtitles).strip() + " " + describe(curves, label));
  }

  private void draw(String axis, DoubleFunction<String> label) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setCapLength(DOT);
    for (Curve curve : curves) {
      for (XYIntervalSeries stretch : stretches(curve)) {
        int series = data.getSeriesCount();
        data.addSeries(stretch);
        renderer.setSeriesPaint(series, Theme.color(curve.role));
        renderer.setSeriesStroke(series, curve.role == Role.OURS ? OURS : OTHERS);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
      }
    }
    ValueAxis horizontal = places.axis(measuredPlaces(), Numbers::tick);
    ValueAxis vertical = values.axis(values.ticks(MOST_TICKS), label);
    XYPlot plot = new XYPlot(data, horizontal, vertical, renderer);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    AxisSpace left = new AxisSpace();
    left.setLeft(TICKS);
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(AXIS);
    plot.setFixedDomainAxisSpace(bottom);
    PlotRenderingInfo info = new PlotRenderingInfo(new ChartRenderingInfo());
    plot.draw(
        picture.graphics(),
        new Rectangle2D.Double(0, picture.top() + GAP, Theme.WIDTH - NAMES, PLOT + AXIS),
        null,
        null,
        info);
    Rectangle2D area = info.getDataArea();
    picture.text(
        "axis", axis, area.getX(), area.getMaxY() + AXIS + AXIS_TITLE - 8, Theme.TEXT, Theme.MUTED);
    drawNames(area, horizontal, vertical);
  }

  private List<Double> measuredPlaces() {
    return curves.stream()
        .flatMap(curve -> curve.points.stream())
        .map(Point::place)
        .distinct()
        .sorted()
        .toList();
  }

  /** The parts of a curve between its gaps. */
  private static List<XYIntervalSeries> stretches(Curve curve) {
    List<XYIntervalSeries> stretches = new ArrayList<>();
    XYIntervalSeries current = null;
    for (Point point : curve.points) {
      Estimate value = point.value;
      if (value == null) {
        current = null;
        continue;
      }
      if (current == null) {
        current = new XYIntervalSeries(curve.name + stretches.size());
        stretches.add(current);
      }
      current.add(point.place, point.place, point.place, value.value(), value.low(), value.high());
    }
    return stretches;
  }

  /** In the margin, each as near to its curve's end as the others let it be. */
  private void drawNames(Rectangle2D area, ValueAxis horizontal, ValueAxis vertical) {
    List<Curve> sorted =
        curves.stream().sorted(comparingDouble(curve -> -height(curve.end()))).toList();
    double[] wanted =
        sorted.stream()
            .mapToDouble(
                curve -> vertical.valueToJava2D(height(curve.end()), area, RectangleEdge.LEFT))
            .toArray();
    double[] placed = spread(wanted, NAME_HEIGHT, area.getMaxY());
    for (int i = 0; i < placed.length; i++) {
      Curve curve = sorted.get(i);
      double from = horizontal.valueToJava2D(curve.end().place, area, RectangleEdge.BOTTOM) + DOT;
      double to = area.getMaxX() + LEADER;
      picture.dots("leader-" + i, new Line2D.Double(from, wanted[i], to, placed[i]), Theme.MUTED);
      picture.text(
          "name-" + i,
          curve.name,
          to + 4,
          placed[i] + BASELINE,
          Theme.font(curve.role),
          Theme.ink(curve.role));
    }
  }

  private static double height(Point point) {
    return Objects.requireNonNull(point.value).value();
  }

  /** Moves positions, which ascend, apart until none is nearer to the next than {@code least}. */
  static double[] spread(double[] wanted, double least, double bottom) {
    double[] placed = wanted.clone();
    for (int i = 1; i < placed.length; i++) {
      placed[i] = Math.max(placed[i], placed[i - 1] + least);
    }
    double limit = bottom;
    for (int i = placed.length - 1; i >= 0; i--) {
      placed[i] = Math.min(placed[i], limit);
      limit = placed[i] - least;
    }
    return placed;
  }

  private static String describe(List<Curve> curves, DoubleFunction<String> label) {
    List<String> sentences = new ArrayList<>();
    for (Curve curve : curves) {
      List<String> points = new ArrayList<>();
      for (Point point : curve.points) {
        if (point.value != null) {
          points.add(label.apply(point.value.value()) + " at " + Numbers.tick(point.place));
        }
      }
      sentences.add(curve.name + ": " + String.join(", ", points) + ".");
    }
    return String.join(" ", sentences);
  }
}
