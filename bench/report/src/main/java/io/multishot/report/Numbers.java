package io.multishot.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints figures, with three digits at most: their errors are larger than a thousandth. */
final class Numbers {

  /** In place of a figure that was not measured. */
  static final String NOT_RUN = "–";

  private static final double[] SCALES = {1, 1e3, 1e6, 1e9};
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Numbers() {}

  static String time(double nanos) {
    int unit = unit(nanos);
    return digits(nanos / SCALES[unit]) + " " + UNITS[unit];
  }

  /** A round time, as on an axis. */
  static String timeTick(double nanos) {
    int unit = unit(nanos);
    return tick(nanos / SCALES[unit]) + " " + UNITS[unit];
  }

  private static int unit(double nanos) {
    int unit = 0;
    while (unit < SCALES.length - 1 && Math.abs(nanos) >= SCALES[unit + 1]) {
      unit++;
    }
    return unit;
  }

  /** A time, or a quantity in its unit. */
  static String quantity(double value, boolean isTime, String unit) {
    if (isTime) {
      return time(value);
    }
    String plain = unit.replace("/op", "");
    return plain.equals("B") && value >= 1e6
        ? digits(value / 1e6) + " MB"
        : digits(value) + " " + plain;
  }

  /** {@code 1.12 ± 0.03}, or that it is too uncertain, or was not measured. */
  static String ratio(@Nullable Estimate ratio) {
    if (ratio == null) {
      return NOT_RUN;
    }
    if (ratio.isTooWide()) {
      return "too noisy" + range(ratio);
    }
    int decimals = decimals(ratio.value());
    return round(ratio.value(), decimals)
        + " ± "
        + round((ratio.high() - ratio.low()) / 2, decimals);
  }

  private static String range(Estimate ratio) {
    return Double.isFinite(ratio.high())
        ? " (%s to %s)".formatted(digits(ratio.low()), digits(ratio.high()))
        : "";
  }

  /** Bytes of an operation. Less than half a byte is 0: JMH's own threads allocate that. */
  static String bytes(double bytes) {
    return bytes < 0.5 ? "0" : count(bytes);
  }

  /** A whole number, as on an axis. */
  static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** A round number, as on an axis: without decimals that are 0. */
  static String tick(double value) {
    return value >= 1000
        ? count(value)
        : new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  static String digits(double value) {
    return Math.abs(value) >= 1e5 ? count(value) : round(value, decimals(value));
  }

  /** Enough decimals for two or three digits. */
  private static int decimals(double value) {
    double size = Math.abs(value);
    if (size >= 99.95) {
      return 0;
    }
    if (size >= 9.995) {
      return 1;
    }
    return size >= 0.0995 || size == 0 ? 2 : size >= 0.00995 ? 3 : 4;
  }

  private static String round(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
