package io.multishot.proof.scenario;

/** What the checker takes for a {@code WeakReference}: a scenario says when it is found. */
@SuppressWarnings("UnusedVariable") // as those of the constructor that it stands for
public class WeakReferenceModel<T> {

  /** As that of {@code WeakReference}. */
  public WeakReferenceModel(T referent, ReferenceQueueModel<? super T> queue) {}
}
