package io.multishot.report;

import org.jspecify.annotations.Nullable;

/**
 * One bar of a chart, or one point of a curve.
 *
 * @param series what it is called
 * @param at its place on the curve's axis; "" where there is no curve
 * @param figure which of the trial's results: {@link Measured#TIME}, or a secondary one
 * @param less the trial whose time is subtracted, as that of work which is not to be measured
 * @param isQuick whether a quick run has it, too
 */
record Case(
    String series,
    Role role,
    String at,
    Trial trial,
    String figure,
    @Nullable Trial less,
    boolean isQuick) {

  /** What a case is measured for. */
  enum Role {
    /** The least that the machine can do for the same effect. */
    FLOOR,
    /** A generated channel. */
    OURS,
    /** What one would use otherwise. */
    PEER
  }
}
