/** Channels that kapt generates, in a build of Kotlin and Java. */
@NullMarked
package io.multishot.kapt;

import org.jspecify.annotations.NullMarked;
