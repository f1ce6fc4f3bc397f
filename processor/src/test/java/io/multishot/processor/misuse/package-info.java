/** Tests of what javac tells of misuse. */
@NullMarked
package io.multishot.processor.misuse;

import org.jspecify.annotations.NullMarked;
