package io.multishot.report;

import java.util.Locale;

/** How figures are printed: to three digits, which is more than any of them deserves. */
final class Numbers {

  private static final double[] SCALES = {1, 1e3, 1e6, 1e9};
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Numbers() {}

  static String time(double nanos) {
    int unit = 0;
    while (unit < SCALES.length - 1 && Math.abs(nanos) >= SCALES[unit + 1]) {
      unit++;
    }
    return digits(nanos / SCALES[unit]) + " " + UNITS[unit];
  }

  /** A time, or a quantity in its unit. */
  static String quantity(double value, boolean isTime, String unit) {
    return isTime ? time(value) : digits(value) + " " + unit.replace("/op", "");
  }

  /** {@code 1.12 ± 0.03}, or that it is too uncertain. */
  static String ratio(Estimate ratio) {
    if (ratio.isTooWide()) {
      return "too noisy" + range(ratio);
    }
    return digits(ratio.value()) + " ± " + digits((ratio.high() - ratio.low()) / 2);
  }

  private static String range(Estimate ratio) {
    return Double.isFinite(ratio.high())
        ? " (%s to %s)".formatted(digits(ratio.low()), digits(ratio.high()))
        : "";
  }

  /** Bytes of an operation; less than half a byte is what JMH's own threads allocate. */
  static String bytes(double bytes) {
    return bytes < 0.5 ? "0" : count(bytes);
  }

  /** A whole number, as on an axis. */
  static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String digits(double value) {
    double size = Math.abs(value);
    if (size >= 1e5) {
      return count(value);
    }
    int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
