package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class EstimateTest {

  /** Student's t for 95 % and 2 degrees of freedom is 4.303. */
  @Test
  void interval_isStudentsOnTheLogarithms() {
    Estimate estimate = Estimate.of(new double[] {Math.exp(1), Math.exp(2), Math.exp(3)});
    double half = 4.30265 / Math.sqrt(3);
    assertEquals(Math.exp(2), estimate.value(), 1e-9);
    assertEquals(Math.exp(2 - half), estimate.low(), 1e-4);
    assertEquals(Math.exp(2 + half), estimate.high(), 1e-3);
  }

  @Test
  void figuresThatDifferTooMuch_areTooWide() {
    assertTrue(Estimate.of(new double[] {1, 2, 1, 2}).isTooWide());
    assertFalse(Estimate.of(new double[] {1, 1.1, 1, 1.1}).isTooWide());
  }

  @Test
  void oneFigure_isTooWide() {
    assertTrue(Estimate.of(new double[] {1}).isTooWide());
    assertTrue(Estimate.ofIndependentRatio(new double[] {1}, new double[] {1, 1, 1}).isTooWide());
  }

  /** Less work than what was subtracted has no logarithm. */
  @Test
  void negativeFigure_isTooWide() {
    assertTrue(Estimate.of(new double[] {3, 3, -1}).isTooWide());
  }

  /** Welch's example of equal sizes: both errors add, and so do the degrees of freedom. */
  @Test
  void independentRatio_hasTheErrorsOfBoth() {
    double[] some = {Math.exp(1), Math.exp(2), Math.exp(3)};
    double[] others = {Math.exp(0), Math.exp(1), Math.exp(2)};
    Estimate ratio = Estimate.ofIndependentRatio(some, others);
    double half = 2.77645 * Math.sqrt(2.0 / 3);
    assertEquals(Math.exp(1), ratio.value(), 1e-9);
    assertEquals(Math.exp(1 - half), ratio.low(), 1e-4);
    assertEquals(Math.exp(1 + half), ratio.high(), 1e-3);
  }

  @Test
  void equalFigures_haveNoError() {
    Estimate ratio = Estimate.ofIndependentRatio(new double[] {3, 3}, new double[] {2, 2});
    assertEquals(1.5, ratio.low(), 1e-9);
    assertEquals(1.5, ratio.high(), 1e-9);
  }
}
