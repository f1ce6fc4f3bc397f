package io.multishot.report;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws sections. What is too uncertain is left out. */
final class Charts {

  /** A linear axis would show the smaller ones as nothing. */
  private static final double WIDEST_LINEAR = 25;

  /** A hundredth of a pixel is fine enough, and makes the files half as large. */
  private static final Pattern MORE_DECIMALS = Pattern.compile("(\\.[0-9]{2})[0-9]+");

  private static final int WIDTH = 960;
  private static final int HEIGHT = 480;
  private static final Color[] COLORS = {
    new Color(0x1b6ca8), new Color(0xe07b39), new Color(0x4c9f70), new Color(0x8e5ea2),
    new Color(0xc0392b), new Color(0x7f8c8d), new Color(0xb8a100), new Color(0x16a6b6),
    new Color(0x6d4c41), new Color(0xd16ba5), new Color(0x34495e), new Color(0x9ccc65)
  };

  private Charts() {}

  /** A chart of a section that has no axis: multiples of the reference, on each JDK. */
  static @Nullable String bars(Section section, List<Results> jdks) {
    Case reference = section.reference("");
    if (reference == null) {
      return null;
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(section.title)
            .yAxisTitle("× " + reference.series())
            .build();
    Range range = new Range();
    for (Results results : jdks) {
      Bars bars = new Bars(range);
      for (Case each : section.cases()) {
        bars.add(each.series(), results.ratio(each, reference));
      }
      bars.addTo(chart, "JDK " + results.release());
    }
    return range.isEmpty() ? null : bars(chart, range);
  }

  /** A chart of a section along an axis, on one JDK: a curve if the places are numbers. */
  static @Nullable String curves(Section section, Results results) {
    boolean areNumbers = section.places().stream().allMatch(place -> place.matches("[0-9]+"));
    return areNumbers ? lines(section, results) : groups(section, results);
  }

  private static @Nullable String lines(Section section, Results results) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title(section, results))
            .xAxisTitle(section.axis())
            .build();
    Range range = new Range();
    boolean isTime = true;
    for (String series : section.series()) {
      List<Double> places = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      List<Double> errors = new ArrayList<>();
      for (String place : section.places()) {
        Case each = section.find(series, place);
        Estimate estimate = each == null ? null : results.estimate(each);
        if (each != null && estimate != null && !estimate.isTooWide()) {
          places.add(Double.valueOf(place));
          values.add(estimate.value());
          errors.add((estimate.high() - estimate.low()) / 2);
          range.include(estimate.value());
          isTime &= results.isTime(each);
        }
      }
      if (!places.isEmpty()) {
        chart.addSeries(series, places, values, errors);
      }
    }
    if (range.isEmpty()) {
      return null;
    }
    style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(range.decadeBelow()).setYAxisMax(range.decadeAbove());
    chart.getStyler().setXAxisTickLabelsFormattingFunction(Numbers::count);
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(isTime ? Numbers::time : Numbers::digits);
    return svg(chart);
  }

  private static @Nullable String groups(Section section, Results results) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title(section, results))
            .xAxisTitle(section.axis())
            .build();
    Range range = new Range();
    for (String series : section.series()) {
      Bars bars = new Bars(range);
      for (String place : section.places()) {
        Case each = section.find(series, place);
        bars.add(place, each == null ? null : results.estimate(each));
      }
      bars.addTo(chart, series);
    }
    if (range.isEmpty()) {
      return null;
    }
    chart.getStyler().setYAxisTickLabelsFormattingFunction(Numbers::time);
    return bars(chart, range);
  }

  private static String title(Section section, Results results) {
    return "%s (JDK %d)".formatted(section.title, results.release());
  }

  private static String bars(CategoryChart chart, Range range) {
    style(chart.getStyler());
    chart.getStyler().setXAxisLabelRotation(35);
    chart.getStyler().setAvailableSpaceFill(0.8);
    if (range.high / range.low > WIDEST_LINEAR) {
      chart.getStyler().setYAxisLogarithmic(true);
      chart.getStyler().setYAxisMin(range.decadeBelow());
    } else {
      chart.getStyler().setYAxisMin(0.0);
    }
    return svg(chart);
  }

  private static void style(AxesChartStyler styler) {
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setSeriesColors(COLORS);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLocale(Locale.ROOT);
  }

  private static String svg(IChart chart) {
    try {
      String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
      return MORE_DECIMALS.matcher(svg).replaceAll("$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The smallest and the largest of what is drawn. */
  private static final class Range {
    double low = Double.POSITIVE_INFINITY;
    double high;

    void include(double value) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }

    boolean isEmpty() {
      return high == 0;
    }

    double decadeBelow() {
      return Math.pow(10, Math.floor(Math.log10(low) - 0.1));
    }

    double decadeAbove() {
      return Math.pow(10, Math.ceil(Math.log10(high) + 0.1));
    }
  }

  /** The bars of one colour. */
  private static final class Bars {
    private final Range range;
    private final List<String> names = new ArrayList<>();
    private final List<@Nullable Double> values = new ArrayList<>();
    private final List<@Nullable Double> errors = new ArrayList<>();

    Bars(Range range) {
      this.range = range;
    }

    void add(String name, @Nullable Estimate estimate) {
      names.add(name);
      if (estimate == null || estimate.isTooWide()) {
        values.add(null);
        errors.add(null);
      } else {
        values.add(estimate.value());
        errors.add((estimate.high() - estimate.low()) / 2);
        range.include(estimate.value());
      }
    }

    void addTo(CategoryChart chart, String series) {
      if (values.stream().anyMatch(value -> value != null)) {
        chart.addSeries(series, names, values, errors);
      }
    }
  }
}
