package io.multishot.report;

import org.jspecify.annotations.Nullable;

/**
 * A limit that was set before anything was measured.
 *
 * @param what it is about
 * @param limit as a multiple of the best of the others, or in bytes
 * @param versus whose times are compared; {@code null} if a figure tells by itself
 * @param figure bytes, or a multiple that was measured as such; {@code null} if times are compared
 */
record Budget(String what, double limit, @Nullable Versus versus, @Nullable Case figure) {

  static Budget ofRatio(String what, double limit, Versus versus) {
    return new Budget(what, limit, versus, null);
  }

  /** Of a ratio or of bytes, whichever the figure is. */
  static Budget ofFigure(String what, double limit, Case figure) {
    return new Budget(what, limit, null, figure);
  }

  private boolean isOfBytes() {
    return figure != null && !figure.figure().equals(Measured.RATIO);
  }

  /** The limit as it is printed. */
  String printedLimit() {
    return isOfBytes() ? "≤ " + Numbers.count(limit) + " B" : "≤ " + Numbers.digits(limit) + " ×";
  }

  /** Whether it is met, and by which figure; {@code null} if that was not measured. */
  @Nullable String verdict(Results results) {
    if (versus != null) {
      Estimate ratio = versus.ratio(results);
      return ratio == null ? null : verdict(ratio, versus.against(results));
    }
    if (figure == null) {
      return null;
    }
    if (!isOfBytes()) {
      Estimate ratio = results.estimate(figure);
      return ratio == null ? null : verdict(ratio, "");
    }
    double count = results.median(figure, figure.figure());
    return Double.isNaN(count)
        ? null
        : (count < limit + 0.5 ? "met: " : "**missed**: ") + Numbers.bytes(count) + " B";
  }

  private String verdict(Estimate ratio, String against) {
    String figure = Numbers.ratio(ratio) + against;
    boolean isUncertain = ratio.low() <= limit && limit <= ratio.high();
    if (ratio.isTooWide() && isUncertain) {
      return figure;
    }
    return (ratio.value() <= limit ? "met" : "**missed**")
        + (isUncertain ? " within the error: " : ": ")
        + figure;
  }
}
