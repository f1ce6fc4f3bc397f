package io.multishot.report;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what became slower between two runs, made at different times or on different versions.
 *
 * <p>The machine may have become slower, too. Hence each case's multiple of its section's reference
 * is compared, not its time.
 */
final class Comparison {

  private final Results before;
  private final Results after;
  private final double tolerance;
  private final PrintStream out;

  private int compared;
  private int uncertain;
  private int regressions;

  /**
   * A comparison; {@link #print} makes it.
   *
   * @param tolerance the factor up to which a case may get slower
   */
  Comparison(Results before, Results after, double tolerance, PrintStream out) {
    this.before = before;
    this.after = after;
    this.tolerance = tolerance;
    this.out = out;
  }

  /** Prints a line for each case that changed, and a summary; returns the number of regressions. */
  int print(List<Section> sections) {
    for (Section section : sections) {
      for (Case each : section.cases()) {
        Case reference = section.reference(each.at());
        if (reference != null && !each.equals(reference)) {
          compare(section, each, reference);
        }
      }
    }
    out.printf(
        "%d cases compared: %d regressions, %d too uncertain to tell%n",
        compared, regressions, uncertain);
    return regressions;
  }

  private void compare(Section section, Case each, Case reference) {
    double[] multiplesBefore = before.ratios(each, reference);
    double[] multiplesAfter = after.ratios(each, reference);
    if (multiplesBefore.length == 0 || multiplesAfter.length == 0) {
      return; // not in both
    }
    compared++;
    Estimate change = Estimate.ofIndependentRatio(multiplesAfter, multiplesBefore);
    String verdict = verdict(change);
    if (verdict != null) {
      out.printf(
          "%-12s %s × as before: %s: %s %s%n",
          verdict, Numbers.ratio(change), section.title, each.series(), each.at());
    }
  }

  private @Nullable String verdict(Estimate change) {
    if (change.isTooWide()) {
      uncertain++;
      return null;
    }
    if (change.low() > tolerance) {
      regressions++;
      return "REGRESSION";
    }
    return change.high() < 1 / tolerance ? "better" : null;
  }
}
