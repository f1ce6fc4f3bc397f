/**
 * What a class to generate is: its message, and the names in its source. Internal: public only for
 * {@code read}, {@code write} and the processor.
 */
@NullMarked
package io.multishot.processor.model;

import org.jspecify.annotations.NullMarked;
