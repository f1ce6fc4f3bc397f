/**
 * Decides in which round of a compilation each declaration is read, and its target written.
 * Internal: public only for the processor.
 */
@NullMarked
package io.multishot.processor.rounds;

import org.jspecify.annotations.NullMarked;
