package io.multishot.report;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A figure that was measured several times, and the interval in which it lies with 95 % confidence.
 *
 * <p>Errors of times multiply. Hence the value is the geometric mean, and the interval is that of
 * Student's distribution on the logarithms.
 */
record Estimate(double value, double low, double high) {

  /** An interval whose ends differ by a larger factor is too wide to act on. */
  static final double WIDEST = 1.6;

  private static final double CONFIDENCE = 0.95;

  static Estimate of(double[] values) {
    double[] logs = logs(values);
    return about(mean(logs), Math.sqrt(variance(logs) / logs.length), logs.length - 1);
  }

  /** The ratio of two that were measured apart, by Welch's test. */
  static Estimate ofIndependentRatio(double[] above, double[] below) {
    double[] aboves = logs(above);
    double[] belows = logs(below);
    double aboveError = variance(aboves) / aboves.length;
    double belowError = variance(belows) / belows.length;
    double error = aboveError + belowError;
    double freedom =
        error == 0
            ? aboves.length + belows.length - 2
            : error
                * error
                / (aboveError * aboveError / (aboves.length - 1)
                    + belowError * belowError / (belows.length - 1));
    return about(mean(aboves) - mean(belows), Math.sqrt(error), freedom);
  }

  /** Whether it is too uncertain to be shown. */
  boolean isTooWide() {
    return !(high / low <= WIDEST); // not a number, either
  }

  private static Estimate about(double log, double error, double freedom) {
    if (!(freedom > 0) || Double.isNaN(log)) {
      return new Estimate(Math.exp(log), 0, Double.POSITIVE_INFINITY);
    }
    double half =
        error * new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return new Estimate(Math.exp(log), Math.exp(log - half), Math.exp(log + half));
  }

  private static double[] logs(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      logs[i] = Math.log(values[i]);
    }
    return logs;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
