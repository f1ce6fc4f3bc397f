/**
 * A soak: random programs over every kind of channel, with everything going wrong that a caller can
 * make go wrong, for as long as one likes. {@link io.multishot.soak.Soak} is the command.
 */
@NullMarked
package io.multishot.soak;

import org.jspecify.annotations.NullMarked;
