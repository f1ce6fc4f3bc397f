package io.multishot.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The span of an axis, linear or logarithmic, and its ticks at round numbers.
 *
 * @param low the value at its beginning
 * @param high the value at its end
 */
record Scale(boolean isLogarithmic, double low, double high) {

  private static final double[] ROUND = {1, 2, 5};

  /** An axis of a chart on this scale, with ticks where they are wanted. */
  ValueAxis axis(List<Double> ticks, DoubleFunction<String> label) {
    ValueAxis axis =
        isLogarithmic ? new LogarithmicAxis(ticks, label) : new LinearAxis(ticks, label);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(Theme.TEXT);
    axis.setTickLabelPaint(Theme.MUTED);
    axis.setRange(low, high);
    return axis;
  }

  /** Some round values on this scale, not many more than {@code most}. */
  List<Double> ticks(int most) {
    List<Double> ticks = isLogarithmic ? logarithmicTicks(most) : List.of();
    return ticks.size() < 2 ? linearTicks(most) : ticks;
  }

  private List<Double> linearTicks(int most) {
    double step = 0;
    for (int power = (int) Math.floor(Math.log10(high)) - 2; step == 0; power++) {
      for (double round : ROUND) {
        double candidate = round * Math.pow(10, power);
        if (step == 0 && (high - low) / candidate < most) {
          step = candidate;
        }
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (int i = (int) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Powers of ten, every other one if those are too many; with 2 and 5 between if too few. */
  private List<Double> logarithmicTicks(int most) {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    double decades = Math.log10(high / low);
    int step = (int) Math.ceil(decades / most);
    List<Double> ticks = new ArrayList<>();
    for (int power = Math.floorDiv(first, step) * step; power <= last; power += step) {
      for (double round : decades * ROUND.length > most + 1 ? new double[] {1} : ROUND) {
        double tick = round * Math.pow(10, power);
        if (tick >= low * (1 - 1e-9) && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static List<ValueTick> place(
      List<Double> ticks, DoubleFunction<String> label, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<ValueTick> placed = new ArrayList<>();
    for (double value : ticks) {
      placed.add(new NumberTick(value, label.apply(value), anchor, TextAnchor.CENTER, 0));
    }
    return placed;
  }

  private static final class LinearAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Double> ticks;
    private final transient DoubleFunction<String> label;

    LinearAxis(List<Double> ticks, DoubleFunction<String> label) {
      this.ticks = ticks;
      this.label = label;
    }

    @Override
    public List<ValueTick> refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
      return place(ticks, label, edge);
    }
  }

  private static final class LogarithmicAxis extends LogAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Double> ticks;
    private final transient DoubleFunction<String> label;

    LogarithmicAxis(List<Double> ticks, DoubleFunction<String> label) {
      this.ticks = ticks;
      this.label = label;
    }

    @Override
    public List<ValueTick> refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
      return place(ticks, label, edge);
    }
  }
}
