/** The soak in small, and the proof that it would notice. */
@NullMarked
package io.multishot.soak;

import org.jspecify.annotations.NullMarked;
