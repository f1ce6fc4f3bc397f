/**
 * Reads an annotated declaration into a {@link io.multishot.processor.model.Target}, and reports
 * every {@link io.multishot.processor.read.Problem} of it. Internal: public only for the processor.
 */
@NullMarked
package io.multishot.processor.read;

import org.jspecify.annotations.NullMarked;
