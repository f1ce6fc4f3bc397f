package io.multishot.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was measured on one JDK. */
record Results(int release, Map<Trial, Measured> trials) {

  /** What a case is measured to be, a figure for each round; empty if it was not run. */
  double[] of(Case wanted) {
    double[] values = forks(wanted.trial(), wanted.figure());
    if (wanted.less() == null) {
      return values;
    }
    double[] less = forks(wanted.less(), wanted.figure());
    double[] differences = new double[Math.min(values.length, less.length)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i] - less[i]; // if that is below 0, its logarithm is no number
    }
    return differences;
  }

  /** The middle of the rounds, whatever their errors: for what comes out alike each time. */
  double median(Case wanted, String figure) {
    double[] values = forks(wanted.trial(), figure);
    return values.length == 0 ? Double.NaN : Measured.median(values);
  }

  @Nullable Estimate estimate(Case wanted) {
    double[] values = of(wanted);
    return values.length == 0 ? null : Estimate.of(values);
  }

  @Nullable Estimate ratio(Case above, Case below) {
    double[] aboves = of(above);
    double[] belows = of(below);
    return aboves.length == 0 || belows.length == 0 ? null : Estimate.ofRatio(aboves, belows);
  }

  boolean isTime(Case wanted) {
    Measured measured = trials.get(wanted.trial());
    return measured != null && measured.isTime(wanted.figure());
  }

  String unit(Case wanted) {
    Measured measured = trials.get(wanted.trial());
    return measured == null ? "" : measured.unit(wanted.figure());
  }

  private double[] forks(Trial trial, String figure) {
    Measured measured = trials.get(trial);
    return measured == null ? new double[0] : measured.forks(figure);
  }
}
