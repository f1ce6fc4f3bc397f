/**
 * Tools that run after the compiler, on a program with channels of every kind: {@link demo.Main}.
 */
@NullMarked
package io.multishot.tools;

import org.jspecify.annotations.NullMarked;
