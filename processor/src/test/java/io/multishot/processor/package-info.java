/** What the processor accepts, refuses and writes. */
@NullMarked
package io.multishot.processor;

import org.jspecify.annotations.NullMarked;
