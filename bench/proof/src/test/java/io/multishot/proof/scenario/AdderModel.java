package io.multishot.proof.scenario;

/** What the checker takes for {@code LongAdder}: nobody counts. */
public final class AdderModel {

  /** As that of {@code LongAdder}. */
  public void increment() {}

  /** As that of {@code LongAdder}. */
  public long sum() {
    return 0;
  }
}
