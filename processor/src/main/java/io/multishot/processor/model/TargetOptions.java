package io.multishot.processor.model;

import java.util.Optional;

/**
 * What an annotation says beside the message and the name.
 *
 * @param isPadded whether what threads share lies on cache lines of its own
 * @param waitPolicy the name of the wait policy; empty for the default
 * @param serverWaitPolicy the same of a call's server
 * @param idBits how many bits an id of a slab has at most
 * @param hasDeadlines whether a shot of a slab may have a deadline
 */
public record TargetOptions(
    boolean isPadded,
    Optional<String> waitPolicy,
    Optional<String> serverWaitPolicy,
    int idBits,
    boolean hasDeadlines) {}
