package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.fixtures.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes the outcomes that it is run with, values and failures, from whatever threads. */
class OutcomeRecorder implements Handler {

  private final List<@Nullable Object> outcomes = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable Thread thread;

  @Override
  public void received(@Nullable Object value) {
    note(value);
  }

  @Override
  public void failed(Throwable failure) {
    note(failure);
  }

  private void note(@Nullable Object outcome) {
    thread = Thread.currentThread();
    outcomes.add(outcome);
  }

  /** The thread of the last run. */
  @Nullable Thread thread() {
    return thread;
  }

  int count() {
    return outcomes.size();
  }

  @Nullable Object only(String what) {
    assertEquals(1, outcomes.size(), () -> what + ": run with " + outcomes);
    return outcomes.get(0);
  }

  void assertOnly(@Nullable Object expected, String what) {
    assertSameBits(expected, only(what));
  }

  void assertNotRun(String what) {
    assertEquals(0, outcomes.size(), () -> what + ": run with " + outcomes);
  }
}
