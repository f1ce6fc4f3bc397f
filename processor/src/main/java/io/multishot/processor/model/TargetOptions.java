package io.multishot.processor.model;

import java.util.Optional;

/**
 * What an annotation says beside the message and the name.
 *
 * @param isPadded whether what threads share lies on cache lines of its own
 * @param waitPolicy the name of the wait policy; empty for the default
 */
public record TargetOptions(boolean isPadded, Optional<String> waitPolicy) {}
