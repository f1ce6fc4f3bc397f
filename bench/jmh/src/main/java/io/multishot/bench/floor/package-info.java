/** The floors: the least that the machine can do for the effect of a shot. */
@NullMarked
package io.multishot.bench.floor;

import org.jspecify.annotations.NullMarked;
