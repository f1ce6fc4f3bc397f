package io.multishot.proof.scenario;

/** What the checker takes for a {@code ReferenceQueue}, to which nothing comes. */
@SuppressWarnings("UnusedTypeParameter") // it has those of what it stands for
public final class ReferenceQueueModel<T> {}
