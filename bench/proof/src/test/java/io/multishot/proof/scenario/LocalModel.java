package io.multishot.proof.scenario;

import java.util.function.Supplier;

/**
 * What the checker takes for {@code ThreadLocal}: a new value each time, so that no thread is ever
 * inside of a callback.
 */
public final class LocalModel<T> {

  private final Supplier<? extends T> initial;

  private LocalModel(Supplier<? extends T> initial) {
    this.initial = initial;
  }

  /** As that of {@code ThreadLocal}. */
  public static <S> LocalModel<S> withInitial(Supplier<? extends S> supplier) {
    return new LocalModel<>(supplier);
  }

  /** As that of {@code ThreadLocal}. */
  public T get() {
    return initial.get();
  }
}
