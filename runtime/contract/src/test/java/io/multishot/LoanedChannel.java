package io.multishot;

import org.jspecify.annotations.Nullable;

/** A cell that is armed and lent, as checked mode does it; whether that is on or not. */
final class LoanedChannel {

  final MultiShotSender cell = new Sender();
  final MultiShotSender lent = new Sender();
  final Loan loan = new Loan(lent, cell, 1, 1, System.nanoTime(), null);
  final long sequence;

  LoanedChannel() {
    cell.arm();
    loan.begin();
    lent.standFor(loan);
    sequence = cell.sequence();
  }

  /** The receiver gives up. */
  void abandon() {
    if (!cell.abandon(cell.stateVolatile())) {
      throw new AssertionError("the outcome came first");
    }
  }

  private static final class Sender extends UnpaddedSender {
    @Override
    protected boolean sendResult(@Nullable Object result) {
      return begin() && publish();
    }
  }
}
