package io.multishot.proof.scenario;

/** What the checker takes for {@code Reference}: the collector does nothing. */
public final class ReferenceModel {

  private ReferenceModel() {}

  /** As that of {@code Reference}. */
  public static void reachabilityFence(Object reachable) {}
}
