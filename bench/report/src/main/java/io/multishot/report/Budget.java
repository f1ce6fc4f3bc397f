package io.multishot.report;

import org.jspecify.annotations.Nullable;

/**
 * A limit that was set before anything was measured.
 *
 * @param what it is about
 * @param limit as a multiple of the best of the others, or in bytes
 * @param versus what is compared; {@code null} if bytes are counted
 * @param bytes what is counted; {@code null} if times are compared
 */
record Budget(String what, double limit, @Nullable Versus versus, @Nullable Case bytes) {

  static Budget ofRatio(String what, double limit, Versus versus) {
    return new Budget(what, limit, versus, null);
  }

  static Budget ofBytes(String what, double limit, Case bytes) {
    return new Budget(what, limit, null, bytes);
  }

  /** The limit as it is printed. */
  String printedLimit() {
    return versus == null
        ? "≤ " + Numbers.count(limit) + " B"
        : "≤ " + Numbers.digits(limit) + " ×";
  }

  /** Whether it is met, and by which figure; {@code null} if that was not measured. */
  @Nullable String verdict(Results results) {
    if (bytes != null) {
      double count = results.median(bytes, bytes.figure());
      return Double.isNaN(count)
          ? null
          : (count < limit + 0.5 ? "met: " : "**missed**: ") + Numbers.bytes(count) + " B";
    }
    Estimate ratio = versus == null ? null : versus.ratio(results);
    if (versus == null || ratio == null) {
      return null;
    }
    String figure = Numbers.ratio(ratio) + versus.against(results);
    boolean isUncertain = ratio.low() <= limit && limit <= ratio.high();
    if (ratio.isTooWide() && isUncertain) {
      return figure;
    }
    return (ratio.value() <= limit ? "met" : "**missed**")
        + (isUncertain ? " within the error: " : ": ")
        + figure;
  }
}
