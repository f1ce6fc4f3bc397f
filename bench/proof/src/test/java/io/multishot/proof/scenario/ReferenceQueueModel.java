package io.multishot.proof.scenario;

/** What the checker takes for a {@code ReferenceQueue}, to which nothing comes. */
public final class ReferenceQueueModel<T> {}
