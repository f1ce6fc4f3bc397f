package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's tools on a user's project in a folder. */
final class ConsumerTest {

  private static final ToolProvider JAVADOC = ToolProvider.findFirst("javadoc").orElseThrow();

  private static final String RUNTIME = UserProject.RUNTIME;

  private static final String QUOTE =
      """
      package user;

      import io.multishot.MultiShot;
      import io.multishot.MultiShotSlab;

      /** A price. */
      @MultiShot(type = long.class)
      @MultiShotSlab(type = long.class, deadlines = true)
      public interface Quote {}
      """;

  @TempDir Path folder;

  private UserProject project;

  /**
   * Javadoc runs without its own assertions, as users run it. It makes the id of a method that has
   * type variables from the erasure, in which an annotated primitive has its annotation and a
   * space, and asserts that there is none.
   */
  @BeforeAll
  static void disableAssertionsOfJavadoc() {
    ClassLoader.getSystemClassLoader().setPackageAssertionStatus("jdk.javadoc.internal", false);
  }

  @BeforeEach
  void makeFolders() throws IOException {
    project = new UserProject(folder);
  }

  /** Such a module does not read {@code java.compiler} either, where {@code @Generated} is. */
  @Test
  void namedModuleThatReadsTheRuntimeOnly_compilesUnderEveryLint() throws IOException {
    project.source("module-info.java", moduleInfo(""));
    project.source("user/Quote.java", QUOTE);
    assertEquals("", project.compile("-Xlint:missing-explicit-ctor", "--module-path", RUNTIME));
    assertFalse(project.generatedSource("user/QuoteChannel.java").contains("@Generated("));
    assertTrue(Files.exists(project.classes.resolve("user/QuoteChannel$Sender.class")));
  }

  /** If the package is exported, the annotation must be as well, or the compiler would warn. */
  @Test
  void namedModuleThatReadsTheGeneratedAnnotation_getsItWhereThatIsNoLint() throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source("module-info.java", moduleInfo("requires static java.compiler;"));
    assertEquals("", project.compile("--module-path", RUNTIME));
    assertFalse(project.generatedSource("user/QuoteChannel.java").contains("@Generated("));

    project.source("module-info.java", moduleInfo("requires static transitive java.compiler;"));
    assertEquals("", project.compile("--module-path", RUNTIME));
    assertTrue(project.generatedSource("user/QuoteChannel.java").contains("@Generated("));

    project.source(
        "module-info.java", "module user { requires java.compiler; requires io.multishot; }");
    assertEquals("", project.compile("--module-path", RUNTIME));
    assertTrue(project.generatedSource("user/QuoteChannel.java").contains("@Generated("));
  }

  @Test
  void classPathWithoutJSpecify_isEnough() throws IOException {
    project.source("user/Quote.java", QUOTE);
    assertEquals(
        "", project.compile("--class-path", UserProject.path(Compilations.jarOf(MultiShot.class))));
    assertFalse(project.generatedSource("user/QuoteChannel.java").contains("Nullable"));
    assertFalse(project.generatedSource("user/QuoteSlab.java").contains("Nullable"));
  }

  @Test
  void secondCompilation_overTheOutputOfTheFirstSucceeds() throws IOException {
    project.source("user/Quote.java", QUOTE);
    String classPath = RUNTIME + File.pathSeparator + project.classes;
    assertEquals("", project.compile("--class-path", classPath));
    project.source("user/Quote.java", QUOTE.replace("long", "double"));
    assertEquals("", project.compile("--class-path", classPath));
    assertTrue(project.generatedSource("user/QuoteChannel.java").contains("send(double value)"));
    assertTrue(project.generatedSource("user/QuoteSlab.java").contains("double value)"));
  }

  @Test
  void goodDeclaration_isServedBesideABadOne() throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source("user/Bad.java", QUOTE.replace("Quote", "Bad").replace("long", "Long"));
    assertTrue(project.compile("--class-path", RUNTIME).contains("[multishot-boxed]"));
    assertTrue(project.generatedSource("user/QuoteChannel.java").contains("class QuoteChannel"));
  }

  @Test
  void batchCompilerOfEclipse_isServedAsJavacIs() throws IOException {
    project.source("user/Quote.java", QUOTE);
    String said = project.eclipse("--release", "17", "-warn:+all", "-classpath", RUNTIME);
    assertFalse(said.endsWith("failed"), said);
    assertTrue(project.generatedSource("user/QuoteChannel.java").contains("send(long value)"));
    assertTrue(Files.exists(project.classes.resolve("user/QuoteChannel$Sender.class")));
  }

  @Test
  void generatedDocumentation_isComplete() throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source("user/Name.java", QUOTE.replace("Quote", "Name").replace("long", "String"));
    project.source(
        "user/Fill.java",
        """
        package user;

        /**
         * A message by accessors, one of them inherited and one of the type parameter.
         *
         * @param <T> the type of the venue
         */
        @io.multishot.MultiShot
        @io.multishot.MultiShotSlab
        public interface Fill<T> extends java.util.function.LongSupplier {
          /**
           * The venue.
           *
           * @return the venue
           */
          T venue();
        }
        """);
    project.source(
        "user/Trades.java",
        """
        package user;

        /** Declares messages. */
        public interface Trades {
          /**
           * A message by components.
           *
           * @param price the price
           */
          @io.multishot.MultiShot
          @io.multishot.MultiShotSlab
          record Trade(long price) {}

          /**
           * A generic one, whose constructor may refuse.
           *
           * @param <A> the type of the first
           * @param <B> the type of the second
           * @param first the first
           * @param second the second
           * @param rest the others
           */
          @io.multishot.MultiShot(padded = false)
          @io.multishot.MultiShotSlab
          record Pair<A extends Comparable<A>, B>(A first, B second, int... rest) {
            /**
             * Checks.
             *
             * @param first the first
             * @param second the second
             * @param rest the others
             */
            public Pair {
              java.util.Objects.requireNonNull(first);
            }
          }

          /** A reference that has type parameters. */
          @io.multishot.MultiShot(type = java.util.Map.class)
          @io.multishot.MultiShotSlab(type = java.util.Map.class)
          interface Any {}

          /** An array, received by parking. */
          @io.multishot.MultiShot(
              type = double[][].class,
              waitPolicy = io.multishot.WaitPolicy.PARK,
              name = "Matrices")
          @io.multishot.MultiShotSlab(
              type = double[][].class,
              waitPolicy = io.multishot.WaitPolicy.PARK)
          interface Matrix {}
        }
        """);
    assertEquals("", project.compile("--class-path", RUNTIME));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-quiet",
                "-Xdoclint:all",
                "-Werror",
                "-classpath",
                RUNTIME,
                "-d",
                folder.resolve("api").toString()));
    arguments.addAll(UserProject.javaFiles(project.sources));
    arguments.addAll(UserProject.javaFiles(project.generated));
    assertEquals("", UserProject.run(JAVADOC, arguments));
  }

  private static String moduleInfo(String requires) {
    return """
    /** A user's module. */
    module user {
      requires transitive io.multishot;
      %s

      exports user;
    }
    """
        .formatted(requires);
  }
}
