/**
 * The annotation processor of MultiShot. {@link io.multishot.processor.MultiShotProcessor} is what
 * the compiler calls, and all that this package holds. The work is done in three packages: {@link
 * io.multishot.processor.read} reads a declaration and reports what is wrong with it, {@link
 * io.multishot.processor.model} describes what is generated, {@link io.multishot.processor.write}
 * writes its source. Readers and writers know the model, and not each other.
 *
 * <p>The other packages are internal: their public classes may change in any release.
 */
@NullMarked
package io.multishot.processor;

import org.jspecify.annotations.NullMarked;
