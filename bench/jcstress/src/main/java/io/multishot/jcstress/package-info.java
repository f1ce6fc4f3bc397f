/**
 * What the contract promises, under stress: two threads meet in one operation each, millions of
 * times, and no meeting may show what the contract forbids.
 *
 * <p>The tests run against generated channels. Those of a name in the package {@code mutant} show
 * that they would see it if such a channel were broken: they are as small a protocol with one
 * mistake, and each must fail.
 *
 * <p>On x86 an atomic exchange is a full fence, and loads are not reordered with loads, nor stores
 * with stores. So these tests see lost updates, missed steps, steps in the wrong order, and what
 * the compiler makes of the code; an access mode that is too weak they see only where the compiler
 * makes use of it.
 */
@NullMarked
package io.multishot.jcstress;

import org.jspecify.annotations.NullMarked;
