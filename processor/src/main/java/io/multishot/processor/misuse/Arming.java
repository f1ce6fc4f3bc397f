package io.multishot.processor.misuse;

import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An arming of which only the effect is wanted: which receiver it is of, as far as that is known.
 */
record Arming(@Nullable Ref receiver, @Nullable TypeElement channel) {}
