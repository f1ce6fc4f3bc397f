/** An extension of JUnit 5 that fails tests for what checked mode finds. */
@NullMarked
package io.multishot.junit;

import org.jspecify.annotations.NullMarked;
