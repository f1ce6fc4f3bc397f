package io.multishot.processor.model;

import java.util.Set;

/**
 * The simple names that the source of every target uses, whatever its message. A declaration that
 * gives one of them another meaning there is refused, or the source says it in another way.
 */
public final class ReservedNames {

  /** The classes of {@code java.lang}. */
  public static final Set<String> JAVA_LANG =
      Set.of(
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "FunctionalInterface",
          "Integer",
          "InterruptedException",
          "Long",
          "Object",
          "Override",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable",
          "Void");

  /**
   * The JDK's classes whose static methods are called: a variable of the same name obscures them.
   */
  public static final Set<String> CALLED =
      Set.of(
          "Arrays",
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Objects",
          "Short");

  /**
   * The annotations of classes and methods inside, where a type parameter of the same name is in
   * scope.
   */
  public static final Set<String> CLASS_ANNOTATIONS =
      Set.of("CheckReturnValue", "FunctionalInterface", "MultiShotGenerated", "SuppressWarnings");

  /** The packages, up to the first dot. */
  public static final Set<String> ROOT_PACKAGES = Set.of("io", "java", "javax", "org");

  private ReservedNames() {}
}
