package io.multishot.proof.scenario;

import io.multishot.Waker;
import io.multishot.modelchecker.Scenario;

/** What scenarios send, wake, and look for. */
abstract class CheckedScenario implements Scenario {

  static final int VALUE = 42;

  /** A waker that counts, and so tells a race if two threads run it at once. */
  static final class Count implements Waker {
    int times;

    @Override
    public void wake() {
      times++;
    }
  }

  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  static void checkEquals(Object expected, Object actual) {
    check(expected.equals(actual), "expected " + expected + ", and found " + actual);
  }
}
