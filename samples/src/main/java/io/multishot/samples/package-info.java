/** Programs that show MultiShot at work. Start with {@link io.multishot.samples.QuickStart}. */
@NullMarked
package io.multishot.samples;

import org.jspecify.annotations.NullMarked;
