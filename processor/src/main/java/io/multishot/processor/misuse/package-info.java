/**
 * What javac tells of misuse: a plugin that looks at method bodies after they have been analysed.
 * It shares nothing with the generator but the jar, and uses the exported API of the compiler only.
 */
@NullMarked
package io.multishot.processor.misuse;

import org.jspecify.annotations.NullMarked;
