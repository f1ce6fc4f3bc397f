/**
 * Writes the source of a {@link io.multishot.processor.model.Target}, one class for each part of
 * it. Internal: public only for the processor.
 *
 * <p>There are no lambdas here: a build starts cold, and each costs it a class.
 */
@NullMarked
package io.multishot.processor.write;

import org.jspecify.annotations.NullMarked;
