package io.multishot.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case beside others: what it takes, in multiples of the best of them.
 *
 * @param others at least one
 */
record Versus(Case ours, List<Case> others) {

  /** The one that took least; {@code null} if none was measured. */
  @Nullable Case best(Results results) {
    Case best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Case other : others) {
      Estimate estimate = results.estimate(other);
      if (estimate != null && estimate.value() < least) {
        least = estimate.value();
        best = other;
      }
    }
    return best;
  }

  /** {@code null} if a side of it was not measured. */
  @Nullable Estimate ratio(Results results) {
    Case best = best(results);
    return best == null ? null : results.ratio(ours, best);
  }

  /** Which of several others was the best, for a reader; "" if there is only one. */
  String against(Results results) {
    Case best = best(results);
    return best == null || others.size() == 1 ? "" : " (" + best.series() + ")";
  }
}
