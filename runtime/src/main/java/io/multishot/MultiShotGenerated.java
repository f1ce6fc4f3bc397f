package io.multishot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks generated classes in their class files, where coverage and analysis tools look for it;
 * {@code javax.annotation.processing.Generated} is gone after compilation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MultiShotGenerated {

  /**
   * Tells SpotBugs, which knows it by this name, that nobody is to read the padding of a sender.
   */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface SuppressFBWarnings {}
}
