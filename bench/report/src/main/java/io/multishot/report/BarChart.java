package io.multishot.report;

import static java.util.Comparator.comparingDouble;

import io.multishot.report.Case.Role;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars, the shortest at the top: how many times as much as the reference each takes.
 * Panels side by side, one for each JDK, share the names of the rows and the axis.
 *
 * <p>On a linear axis bars begin at 0. A logarithmic axis has no 0: there they begin at 1, which is
 * the reference, and a bar of less than 1 points to the left.
 */
final class BarChart {

  /** On a linear axis the shortest bars of a wider spread would vanish. */
  private static final double WIDEST_LINEAR = 25;

  private static final int NAMES = 200;
  private static final int GAP = 28;

  /** Half of the label of a tick at the very end. */
  private static final int RIGHT = 22;

  private static final int ROW = 22;
  private static final int PANEL_HEADING = 26;
  private static final int AXIS = 24;
  private static final double THICKNESS = 13;
  private static final double WHISKER = 3;

  /** From the middle of a row to the baseline of its text. */
  private static final double BASELINE = 4;

  /** A tick's label, and the space between two. */
  private static final double TICK = 50;

  private static final int MOST_TICKS = 8;

  private static final double BEFORE_LABEL = 6;

  /** What the longest bar leaves to its label. */
  private static final double LABEL = 56;

  private final List<Panel> panels;
  private final List<Bar> rows;
  private final Scale scale;
  private final Picture picture;

  /**
   * One bar.
   *
   * @param multiple of the reference; {@code null} if it is too uncertain to be drawn, or was not
   *     measured
   * @param label what is written beside the bar
   */
  record Bar(String name, Role role, @Nullable Estimate multiple, String label) {}

  /**
   * Bars one below the other.
   *
   * @param note what the heading says beside the name
   */
  record Panel(String name, String note, List<Bar> bars) {

    private @Nullable Bar find(String name) {
      return bars.stream().filter(bar -> bar.name.equals(name)).findFirst().orElse(null);
    }
  }

  private BarChart(String id, String title, String subtitle, List<Panel> panels) {
    this.panels = panels;
    rows = sorted(panels);
    scale = scale(panels);
    picture =
        new Picture(id, title, List.of(subtitle, help()), PANEL_HEADING + rows.size() * ROW + AXIS);
  }

  private String help() {
    return (scale.isLogarithmic() ? "Logarithmic axis, shorter" : "Shorter")
        + " is better. Thin lines: 95\u00a0% confidence."
        + (panels.size() > 1 ? " Sorted by %s.".formatted(panels.get(panels.size() - 1).name) : "");
  }

  /**
   * Draws a chart.
   *
   * @param subtitle what the bars are
   * @param panels the last of them determines the order of the rows
   */
  static String draw(String id, String title, String subtitle, List<Panel> panels) {
    BarChart chart = new BarChart(id, title, subtitle, panels);
    chart.drawBars();
    return chart.picture.svg(chart.describe());
  }

  /** By the last panel, then by those before it; what is drawn in none comes last. */
  private static List<Bar> sorted(List<Panel> panels) {
    Map<String, Bar> rows = new LinkedHashMap<>();
    for (int i = panels.size() - 1; i >= 0; i--) {
      for (Bar bar : panels.get(i).bars) {
        rows.merge(bar.name, bar, (kept, other) -> kept.multiple != null ? kept : other);
      }
    }
    return rows.values().stream()
        .sorted(
            comparingDouble(
                bar -> bar.multiple == null ? Double.POSITIVE_INFINITY : bar.multiple.value()))
        .toList();
  }

  private static Scale scale(List<Panel> panels) {
    List<Estimate> drawn =
        panels.stream()
            .flatMap(panel -> panel.bars.stream())
            .flatMap(bar -> Stream.ofNullable(bar.multiple))
            .toList();
    double lowest = drawn.stream().mapToDouble(Estimate::low).min().orElse(1);
    double highest = drawn.stream().mapToDouble(Estimate::high).max().orElse(1);
    double width = panelWidth(panels.size());
    double stretch = width / (width - LABEL);
    if (highest / lowest <= WIDEST_LINEAR) {
      return new Scale(false, 0, highest * stretch);
    }
    double low = lowest < 1 ? lowest * 0.9 : 1;
    return new Scale(true, low, low * Math.pow(Math.max(highest, 1) / low, stretch));
  }

  private static double panelWidth(int panels) {
    return (double) (Theme.WIDTH - NAMES - RIGHT - GAP * (panels - 1)) / panels;
  }

  private void drawBars() {
    CombinedDomainCategoryPlot all = new CombinedDomainCategoryPlot(names());
    all.setOrientation(PlotOrientation.HORIZONTAL);
    all.setGap(GAP);
    all.setInsets(RectangleInsets.ZERO_INSETS);
    AxisSpace names = new AxisSpace();
    names.setLeft(NAMES);
    all.setFixedDomainAxisSpace(names);
    AxisSpace axis = new AxisSpace();
    axis.setBottom(AXIS);
    all.setFixedRangeAxisSpace(axis);
    for (int i = 0; i < panels.size(); i++) {
      all.add(plot(i));
    }
    all.setOrientation(PlotOrientation.HORIZONTAL); // of those that were added, too
    PlotRenderingInfo info = new PlotRenderingInfo(new ChartRenderingInfo());
    double top = picture.top() + PANEL_HEADING;
    all.draw(
        picture.graphics(),
        new Rectangle2D.Double(0, top, Theme.WIDTH - RIGHT, rows.size() * ROW + AXIS),
        null,
        null,
        info);
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      double left = info.getSubplotInfo(i).getDataArea().getX();
      picture.text("panel-" + i, panel.name + panel.note, left, top - 10, Theme.STRONG, Theme.INK);
    }
    Rectangle2D area = info.getSubplotInfo(0).getDataArea();
    for (int row = 0; row < rows.size(); row++) {
      Bar bar = rows.get(row);
      double baseline = area.getY() + (row + 0.5) * area.getHeight() / rows.size() + BASELINE;
      picture.text("name-" + row, bar.name, 0, baseline, Theme.font(bar.role), Theme.ink(bar.role));
    }
  }

  private static CategoryAxis names() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    axis.setCategoryMargin(0);
    return axis;
  }

  private CategoryPlot plot(int panel) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Bar row : rows) {
      Bar bar = panels.get(panel).find(row.name);
      data.addValue(
          bar == null || bar.multiple == null ? null : bar.multiple.value(), "multiple", row.name);
    }
    CategoryPlot plot =
        new CategoryPlot(
            data,
            null,
            scale.axis(scale.ticks(ticks()), value -> Numbers.tick(value) + " ×"),
            new Bars(panel));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    return plot;
  }

  private int ticks() {
    return Math.min(MOST_TICKS, (int) (panelWidth(panels.size()) / TICK));
  }

  private String describe() {
    List<String> sentences = new ArrayList<>();
    for (Panel panel : panels) {
      List<String> bars = new ArrayList<>();
      for (Bar row : rows) {
        Bar bar = panel.find(row.name);
        if (bar != null) {
          bars.add(bar.name + " " + bar.label);
        }
      }
      sentences.add(panel.name + panel.note + ". " + String.join(", ", bars) + ".");
    }
    return String.join(" ", sentences);
  }

  /** Draws the bars of one panel, with their intervals and labels. */
  private final class Bars extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    private final int panel;

    Bars(int panel) {
      this.panel = panel;
    }

    @Override
    public void drawItem(
        Graphics2D graphics,
        CategoryItemRendererState state,
        Rectangle2D area,
        CategoryPlot plot,
        CategoryAxis names,
        ValueAxis axis,
        CategoryDataset data,
        int series,
        int row,
        int pass) {
      Bar bar = panels.get(panel).find(rows.get(row).name);
      if (bar == null) {
        return;
      }
      String at = panel + "-" + row;
      double middle = names.getCategoryMiddle(row, rows.size(), area, plot.getDomainAxisEdge());
      double base = axis.valueToJava2D(scale.isLogarithmic() ? 1 : 0, area, RectangleEdge.BOTTOM);
      double label = base;
      Estimate multiple = bar.multiple;
      if (multiple != null) {
        double end = axis.valueToJava2D(multiple.value(), area, RectangleEdge.BOTTOM);
        double low = axis.valueToJava2D(multiple.low(), area, RectangleEdge.BOTTOM);
        double high = axis.valueToJava2D(multiple.high(), area, RectangleEdge.BOTTOM);
        picture.fill(
            "bar-" + at,
            new Rectangle2D.Double(
                Math.min(base, end), middle - THICKNESS / 2, Math.abs(end - base), THICKNESS),
            Theme.color(bar.role));
        if (high > low) {
          picture.line("interval-" + at, whisker(low, high, middle), Theme.INK);
        }
        label = Math.max(base, high);
      }
      picture.line(
          "base-" + at,
          new Line2D.Double(base, middle - ROW / 2.0, base, middle + ROW / 2.0),
          Theme.MUTED);
      picture.text(
          "label-" + at,
          bar.label,
          label + BEFORE_LABEL,
          middle + BASELINE,
          multiple == null ? Theme.TEXT : Theme.font(bar.role),
          multiple == null ? Theme.MUTED : Theme.ink(bar.role));
    }

    private static Path2D whisker(double low, double high, double middle) {
      Path2D path = new Path2D.Double();
      path.append(new Line2D.Double(low, middle, high, middle), false);
      for (double end : new double[] {low, high}) {
        path.append(new Line2D.Double(end, middle - WHISKER, end, middle + WHISKER), false);
      }
      return path;
    }
  }
}
