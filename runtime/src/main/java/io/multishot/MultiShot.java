package io.multishot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a reusable one-shot channel. The annotation processor generates, from
 *
 * <pre>{@code
 * @MultiShot(type = long.class)
 * interface Quote {}
 * }</pre>
 *
 * <p>the class {@code QuoteChannel} in the same package, whose {@code Receiver} and {@code Sender}
 * hand over a {@code long} without boxing it.
 *
 * <p>What a shot carries is named by {@link #type}; or it is a message of several fields, declared
 * by the abstract accessors of an interface, which is received as a view of the channel's own
 * memory, or by the components of a record. Either may be generic. The fields are sent in the order
 * of their declaration, those of supertypes first.
 *
 * <p>The channel is as visible as the least visible of the declaration and the types it mentions.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MultiShot {

  /**
   * What one shot carries: any of the eight primitive types, or a class. A generic class is carried
   * with wildcards, {@code List.class} as {@code List<?>}. Left out where accessors or components
   * declare the message.
   */
  Class<?> type() default void.class;

  /**
   * The simple name of the generated class. By default it is the name of the declaration followed
   * by {@code Channel}; names of enclosing types come first, each followed by an underscore.
   */
  String name() default "";

  /**
   * Whether the channel's state and value lie on cache lines that nothing else writes. That costs
   * some 250 bytes a channel, and saves a program in which neighbours in memory belong to different
   * threads from slowing itself down (false sharing).
   */
  boolean padded() default true;

  /** How the receiver waits for an outcome in {@code receive} and {@code await}. */
  WaitPolicy waitPolicy() default WaitPolicy.SPIN_THEN_PARK;
}
