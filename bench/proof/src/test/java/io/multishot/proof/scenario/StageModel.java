package io.multishot.proof.scenario;

import java.util.function.BiConsumer;

/** What the checker takes for {@code CompletionStage}: as much of it as the runtime calls. */
public interface StageModel<T> {

  /** As that of {@code CompletionStage}; what it returns is not used. */
  StageModel<T> whenComplete(BiConsumer<? super T, ? super Throwable> action);
}
