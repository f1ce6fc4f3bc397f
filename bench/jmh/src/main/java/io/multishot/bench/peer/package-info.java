/** What one would use in place of a channel, each as its documentation advises. */
@NullMarked
package io.multishot.bench.peer;

import org.jspecify.annotations.NullMarked;
