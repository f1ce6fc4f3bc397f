package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a receiver's spin estimate adapts to what has helped. */
@Tag("production")
final class SpinningTest {

  private static final int MAX = 2048;

  private int estimate;

  @Test
  void spins_ofANewReceiver_areZeroExceptInProbes() {
    for (int probe = 0; probe < 3; probe++) {
      for (int i = 0; i < 32; i++) {
        assertEquals(0, spinsOfAWait(false));
      }
      assertEquals(MAX, spinsOfAWait(false));
    }
  }

  @Test
  void spins_afterAProbeThatHelped_stayAtTheMaximum() {
    estimate = -32;
    for (int i = 0; i < 5; i++) {
      assertEquals(MAX, spinsOfAWait(true));
    }
  }

  @Test
  void spins_thatNoLongerHelp_decreaseToZero() {
    estimate = MAX;
    int last = MAX;
    for (int i = 0; i < 32; i++) {
      int spins = spinsOfAWait(false);
      assertTrue(i == 0 || spins < last, "after " + i);
      last = spins;
    }
    assertEquals(0, spinsOfAWait(false));
  }

  @Test
  void spins_thatWaitersShareAndThatNoLongerHelp_areZeroAfterFour() {
    estimate = MAX;
    for (int i = 0; i < 4; i++) {
      int spins = Spinning.spins(estimate, MAX);
      assertTrue(spins > 0, "after " + i);
      estimate = Spinning.adaptShared(estimate, spins, MAX, false);
    }
    assertEquals(0, Spinning.spins(estimate, MAX));
    assertEquals(MAX, Spinning.adaptShared(1, 1, MAX, true));
    assertEquals(-1, Spinning.adaptShared(0, 0, MAX, false));
  }

  @Test
  void spins_afterOneWaitThatTheyHelped_returnToTheMaximum() {
    estimate = 1;
    assertEquals(1, spinsOfAWait(true));
    assertEquals(MAX, spinsOfAWait(false));
  }

  @Test
  void spins_withAMaximumOfZero_areAlwaysZero() {
    for (int i = 0; i < 100; i++) {
      assertEquals(0, Spinning.spins(estimate, 0));
      estimate = Spinning.adapt(estimate, 0, 0, false);
    }
  }

  @Test
  void adapt_withTheLargestMaximum_doesNotOverflow() {
    assertEquals(Integer.MAX_VALUE, Spinning.spins(-32, Integer.MAX_VALUE));
    estimate = Spinning.adapt(-32, Integer.MAX_VALUE, Integer.MAX_VALUE, true);
    assertEquals(Integer.MAX_VALUE, Spinning.spins(estimate, Integer.MAX_VALUE));
    assertTrue(Spinning.adapt(estimate, Integer.MAX_VALUE, Integer.MAX_VALUE, false) > 0);
  }

  private int spinsOfAWait(boolean helps) {
    int spins = Spinning.spins(estimate, MAX);
    estimate = Spinning.adapt(estimate, spins, MAX, helps);
    return spins;
  }
}
