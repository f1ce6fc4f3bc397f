/**
 * Measurements of the generated channels, side by side with a floor (the least that the machine can
 * do for the same effect) and with what the JDK and the libraries offer for the same job.
 *
 * <p>See {@code bench/README.md} for how to run them and how to read the figures.
 */
@NullMarked
package io.multishot.bench;

import org.jspecify.annotations.NullMarked;
