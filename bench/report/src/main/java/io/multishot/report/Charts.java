package io.multishot.report;

import io.multishot.report.BarChart.Bar;
import io.multishot.report.BarChart.Panel;
import io.multishot.report.Case.Role;
import io.multishot.report.CurveChart.Curve;
import io.multishot.report.CurveChart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Chooses how a section is drawn, and what its chart says. */
final class Charts {

  /** More panels than this have no room for the interval of what is too noisy. */
  private static final int MOST_PANELS_WITH_INTERVALS = 2;

  private Charts() {}

  /** The chart of a section without an axis: a panel for each JDK. */
  static @Nullable String compare(Section section, List<Results> jdks) {
    List<Panel> panels = new ArrayList<>();
    for (Results results : jdks) {
      addPanel(panels, "JDK " + results.release(), section, "", results, jdks.size());
    }
    return bars(section.id, plain(section.title), section, panels);
  }

  /** The chart of a section along an axis, on one JDK: curves, or a panel for each place. */
  static @Nullable String along(Section section, Results results) {
    String id = section.id + "-jdk" + results.release();
    String title = "%s (JDK %d)".formatted(plain(section.title), results.release());
    List<String> places = section.places();
    if (places.size() > 1 && places.stream().allMatch(place -> place.matches("[0-9]+"))) {
      return curves(id, title, section, results);
    }
    List<Panel> panels = new ArrayList<>();
    for (String place : places) {
      addPanel(panels, name(section, place), section, place, results, places.size());
    }
    return bars(id, title, section, panels);
  }

  /** A picture has no typeface for code. */
  private static String plain(String title) {
    return title.replace("`", "");
  }

  private static String measure(Section section) {
    Case first = section.cases().get(0);
    return switch (first.figure()) {
      case Measured.TIME -> "Time of one operation";
      case Measured.RATIO -> "Time, in multiples of that of the other";
      case "heap" -> "Bytes of heap";
      case "layout" -> "Bytes";
      case "classFiles" -> "Bytes of class files";
      case "sourcePerDeclaration" -> "Bytes of source of one declaration";
      case "heapPeak" -> "Bytes of heap, at most";
      default -> "Latency, " + first.figure();
    };
  }

  private static String name(Section section, String place) {
    return place.matches("[0-9]+")
        ? Numbers.tick(Double.parseDouble(place)) + " " + section.axis()
        : place;
  }

  private static void addPanel(
      List<Panel> panels, String name, Section section, String place, Results results, int count) {
    Case reference = section.reference(place);
    if (reference == null || results.of(reference).length == 0) {
      return;
    }
    List<Bar> bars = new ArrayList<>();
    boolean isDrawn = false;
    for (Case each : section.cases()) {
      if (each.at().equals(place)) {
        Estimate ratio =
            section.isOfMultiples() ? results.estimate(each) : results.ratio(each, reference);
        boolean isCertain = ratio != null && !ratio.isTooWide();
        isDrawn |= isCertain;
        bars.add(
            new Bar(each.series(), each.role(), isCertain ? ratio : null, label(ratio, count)));
      }
    }
    if (isDrawn) {
      String note = section.isOfMultiples() ? "" : one(reference, results);
      panels.add(new Panel(name, note, bars));
    }
  }

  /** What a multiple of 1 is, if that is certain. */
  private static String one(Case reference, Results results) {
    Estimate estimate = results.estimate(reference);
    return estimate == null || estimate.isTooWide()
        ? ""
        : ": 1 × is "
            + Numbers.quantity(
                estimate.value(), results.isTime(reference), results.unit(reference));
  }

  private static String label(@Nullable Estimate ratio, int panels) {
    if (ratio == null) {
      return "not measured";
    }
    if (ratio.isTooWide()) {
      return panels <= MOST_PANELS_WITH_INTERVALS ? Numbers.ratio(ratio) : "too noisy";
    }
    return Numbers.digits(ratio.value()) + " ×";
  }

  private static @Nullable String bars(
      String id, String title, Section section, List<Panel> panels) {
    if (panels.isEmpty()) {
      return null;
    }
    return BarChart.draw(id, title, measure(section) + unit(section) + ".", panels);
  }

  private static String unit(Section section) {
    if (section.isOfMultiples()) {
      return "";
    }
    Case one = Objects.requireNonNull(section.reference(section.places().get(0)), section.id);
    return ", in multiples of " + one.series() + (one.role() == Role.FLOOR ? ", the floor" : "");
  }

  private static @Nullable String curves(
      String id, String title, Section section, Results results) {
    List<Curve> curves = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    boolean isTime = true;
    for (String series : section.series()) {
      List<Point> points = new ArrayList<>();
      List<String> noisy = new ArrayList<>();
      Role role = Role.PEER;
      for (String place : section.places()) {
        Case each = section.find(series, place);
        Estimate estimate = each == null ? null : results.estimate(each);
        if (each == null || estimate == null) {
          continue;
        }
        role = each.role();
        isTime &= results.isTime(each);
        if (estimate.isTooWide()) {
          noisy.add(Numbers.tick(Double.parseDouble(place)));
        }
        points.add(new Point(Double.parseDouble(place), estimate.isTooWide() ? null : estimate));
      }
      if (!noisy.isEmpty()) {
        missing.add(series + " at " + String.join(", ", noisy));
      }
      if (points.stream().anyMatch(point -> point.value() != null)) {
        curves.add(new Curve(series, role, points));
      }
    }
    if (curves.isEmpty()) {
      return null;
    }
    DoubleFunction<String> label = isTime ? Numbers::timeTick : Numbers::tick;
    return CurveChart.draw(
        id,
        title,
        List.of(
            measure(section)
                + ", on logarithmic axes. Lower is better. Upright lines: 95\u00a0% confidence.",
            missing.isEmpty() ? "" : "Too noisy to draw: " + String.join("; ", missing) + "."),
        section.axis(),
        curves,
        label);
  }
}
