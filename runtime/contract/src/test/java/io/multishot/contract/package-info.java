/**
 * The contract of the generated channels as one suite, run against the channel of every kind of
 * payload. The channels are generated from {@link io.multishot.contract.Declarations} when the
 * tests are compiled. {@code CATALOGUE.md} maps other people's bugs to the tests that cover them.
 *
 * <p>Rules: what goes wrong in another thread fails the test; every thread is joined; a test waits
 * for a condition and never for a time, but for {@link io.multishot.contract.TestThreads#PATIENCE},
 * after which something hangs, or for what comes {@linkplain io.multishot.contract.Soon soon}; what
 * nobody can hold still is raced for a second.
 */
@NullMarked
package io.multishot.contract;

import org.jspecify.annotations.NullMarked;
