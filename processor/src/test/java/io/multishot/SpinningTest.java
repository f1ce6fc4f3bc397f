package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a receiver learns of looking before it parks. */
final class SpinningTest {

  private static final int MOST = 2048;

  private int learned;

  @Test
  void aNewReceiverParksAtOnceAndTriesNowAndThen() {
    for (int trial = 0; trial < 3; trial++) {
      for (int i = 0; i < 32; i++) {
        assertEquals(0, looksOfAWait(false));
      }
      assertEquals(MOST, looksOfAWait(false));
    }
  }

  @Test
  void whereATrialHelpsItLooksFromThenOn() {
    learned = -32;
    for (int i = 0; i < 5; i++) {
      assertEquals(MOST, looksOfAWait(true));
    }
  }

  @Test
  void whereLookingDoesNotHelpAnyMoreItComesDownToNothing() {
    learned = MOST;
    int last = MOST;
    for (int i = 0; i < 32; i++) {
      int looks = looksOfAWait(false);
      assertTrue(i == 0 || looks < last, "after " + i);
      last = looks;
    }
    assertEquals(0, looksOfAWait(false));
  }

  @Test
  void oneSuccessBringsItBackToTheFullLength() {
    learned = 1;
    assertEquals(1, looksOfAWait(true));
    assertEquals(MOST, looksOfAWait(false));
  }

  @Test
  void whereNoSpinsAreAllowedThereIsNoTrialEither() {
    for (int i = 0; i < 100; i++) {
      assertEquals(0, Spinning.looks(learned, 0));
      learned = Spinning.learn(learned, 0, 0, false);
    }
  }

  @Test
  void aSettingHoweverLargeDoesNotOverflow() {
    assertEquals(Integer.MAX_VALUE, Spinning.looks(-32, Integer.MAX_VALUE));
    learned = Spinning.learn(-32, Integer.MAX_VALUE, Integer.MAX_VALUE, true);
    assertEquals(Integer.MAX_VALUE, Spinning.looks(learned, Integer.MAX_VALUE));
    assertTrue(Spinning.learn(learned, Integer.MAX_VALUE, Integer.MAX_VALUE, false) > 0);
  }

  private int looksOfAWait(boolean helps) {
    int looks = Spinning.looks(learned, MOST);
    learned = Spinning.learn(learned, looks, MOST, helps);
    return looks;
  }
}
