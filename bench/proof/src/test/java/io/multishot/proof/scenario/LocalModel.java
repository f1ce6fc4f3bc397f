package io.multishot.proof.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What the checker takes for {@code ThreadLocal}: a new value each time, so that no thread is ever
 * inside of a callback.
 */
public class LocalModel<T extends @Nullable Object> {

  /** As that of {@code ThreadLocal}. */
  @SuppressWarnings("NullAway") // whoever calls get() overrides it
  protected T initialValue() {
    return null;
  }

  /** As that of {@code ThreadLocal}. */
  public T get() {
    return initialValue();
  }
}
