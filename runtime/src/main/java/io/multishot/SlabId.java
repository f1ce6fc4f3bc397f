package io.multishot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code long} that is the name of a shot in a slab. Generated slabs have it on their
 * parameters and results, so that the processor's check can tell an id from a payload that is a
 * {@code long} as well; on a method, a parameter or a field of your own it does the same for the
 * code around it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface SlabId {}
