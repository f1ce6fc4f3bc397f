package io.multishot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares calls that other threads answer: question and answer in one reusable cell. The
 * annotation processor generates, from
 *
 * <pre>{@code
 * @MultiShotCall
 * interface Pricing {
 *   double price(long instrument, int quantity);
 * }
 * }</pre>
 *
 * <p>the class {@code PricingCall} in the same package. Its {@code Caller} asks, by {@code
 * askPrice(17L, 300)}, and waits for the answer as a receiver does; the {@code Request} that this
 * returns is handed over by a queue of the user's, and is served by an implementation of the
 * interface: {@code request.serve(book)}. Nothing is allocated or boxed. See {@link
 * MultiShotCaller} and {@link MultiShotRequest}.
 *
 * <p>Every abstract method of the interface can be asked, its own and those it inherits; default
 * methods run on the asking side, in the stubs that implement the interface. The interface may be
 * generic; its methods may not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MultiShotCall {

  /**
   * The simple name of the generated class. By default it is the name of the declaration followed
   * by {@code Call}; names of enclosing types come first, each followed by an underscore.
   */
  String name() default "";

  /**
   * Whether question and answer lie on cache lines that nothing else writes; see {@link
   * MultiShot#padded()}.
   */
  boolean padded() default true;

  /** How a caller waits for an answer. */
  WaitPolicy waitPolicy() default WaitPolicy.SPIN_THEN_PARK;

  /** How a server without a queue waits for the next question, in {@code awaitRequest}. */
  WaitPolicy serverWaitPolicy() default WaitPolicy.SPIN_THEN_PARK;
}
