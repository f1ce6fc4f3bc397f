/**
 * The generated channels under every schedule that Lincheck tries: scenarios whose steps it
 * interleaves, and a sequential specification that concurrent calls must agree with.
 *
 * <p>Lincheck knows sequential consistency only: it switches threads between any two accesses, but
 * each load sees the last store. What weaker orders allow is beyond it. Its clock stands still, so
 * that no time-out ever comes while a thread is parked.
 *
 * <p>Broken copies of the protocol show that it would see the bug: {@link
 * io.multishot.lincheck.MutantTest} fails if one of them is not caught.
 */
@NullMarked
package io.multishot.lincheck;

import org.jspecify.annotations.NullMarked;
