/**
 * What a build pays for generated code: the time of a compiler that runs a processor, and what it
 * writes.
 */
@NullMarked
package io.multishot.bench.compile;

import org.jspecify.annotations.NullMarked;
