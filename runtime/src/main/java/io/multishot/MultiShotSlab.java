package io.multishot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a slab: a table of reusable one-shot reply slots, each of whose shots has a name that
 * can travel. The annotation processor generates, from
 *
 * <pre>{@code
 * @MultiShotSlab(type = long.class)
 * interface Quote {}
 * }</pre>
 *
 * <p>the class {@code QuoteSlab} in the same package: see {@link Slab}.
 *
 * <p>What a shot carries is declared as for a channel, see {@link MultiShot}; a declaration may
 * have both annotations, and then each says by itself what it carries.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MultiShotSlab {

  /** What one shot carries: as {@link MultiShot#type()}. */
  Class<?> type() default void.class;

  /**
   * The simple name of the generated class. By default it is the name of the declaration followed
   * by {@code Slab}; names of enclosing types come first, each followed by an underscore.
   */
  String name() default "";

  /**
   * How many bits an id has at most, from 32 to 63: 53 for peers that read numbers as doubles, as
   * JavaScript and many JSON libraries do. The fewer they are, the sooner does a name come again.
   */
  int idBits() default 63;

  /**
   * Whether a shot may have a deadline, for {@code expire} to end it. That takes 8 bytes a slot.
   */
  boolean deadlines() default false;

  /**
   * Whether each slot lies on cache lines that no other slot's threads write. That takes 256 bytes
   * a slot and more: it is meant for few slots that are in use all the time, by many threads.
   */
  boolean padded() default false;

  /** How {@code receive} and {@code await} wait for an outcome. */
  WaitPolicy waitPolicy() default WaitPolicy.SPIN_THEN_PARK;
}
