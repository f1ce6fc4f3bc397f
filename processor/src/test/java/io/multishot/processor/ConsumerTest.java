package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's tools on a user's project in a folder. */
final class ConsumerTest {

  private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();
  private static final ToolProvider JAVADOC = ToolProvider.findFirst("javadoc").orElseThrow();

  private static final String RUNTIME =
      path(Compilations.jarOf(MultiShot.class), Compilations.jarOf(NullMarked.class));
  private static final String PROCESSOR =
      path(Compilations.jarOf(MultiShotProcessor.class), Compilations.jarOf(JavaFile.class));

  private static final String QUOTE =
      """
      package user;

      import io.multishot.MultiShot;

      /** A price. */
      @MultiShot(type = long.class)
      public interface Quote {}
      """;

  @TempDir Path folder;

  private Path sources;
  private Path generated;
  private Path classes;

  @BeforeEach
  void makeFolders() throws IOException {
    sources = Files.createDirectory(folder.resolve("src"));
    generated = Files.createDirectory(folder.resolve("generated"));
    classes = Files.createDirectory(folder.resolve("classes"));
  }

  /** Such a module does not read {@code java.compiler} either, where {@code @Generated} is. */
  @Test
  void namedModuleThatReadsTheRuntimeOnly_compilesUnderEveryLint() throws IOException {
    source("module-info.java", moduleInfo(""));
    source("user/Quote.java", QUOTE);
    assertEquals("", compile("--module-path", RUNTIME));
    assertFalse(generatedSource("user/QuoteChannel.java").contains("@Generated("));
    assertTrue(Files.exists(classes.resolve("user/QuoteChannel$Sender.class")));
  }

  /** If the package is exported, the annotation must be as well, or the compiler would warn. */
  @Test
  void namedModuleThatReadsTheGeneratedAnnotation_getsItWhereThatIsNoLint() throws IOException {
    source("user/Quote.java", QUOTE);
    source("module-info.java", moduleInfo("requires static java.compiler;"));
    assertEquals("", compile("--module-path", RUNTIME));
    assertFalse(generatedSource("user/QuoteChannel.java").contains("@Generated("));

    source("module-info.java", moduleInfo("requires static transitive java.compiler;"));
    assertEquals("", compile("--module-path", RUNTIME));
    assertTrue(generatedSource("user/QuoteChannel.java").contains("@Generated("));

    source("module-info.java", "module user { requires java.compiler; requires io.multishot; }");
    assertEquals("", compile("--module-path", RUNTIME));
    assertTrue(generatedSource("user/QuoteChannel.java").contains("@Generated("));
  }

  @Test
  void classPathWithoutJSpecify_isEnough() throws IOException {
    source("user/Quote.java", QUOTE);
    assertEquals("", compile("--class-path", path(Compilations.jarOf(MultiShot.class))));
    assertFalse(generatedSource("user/QuoteChannel.java").contains("Nullable"));
  }

  @Test
  void secondCompilation_overTheOutputOfTheFirstSucceeds() throws IOException {
    source("user/Quote.java", QUOTE);
    String classPath = RUNTIME + File.pathSeparator + classes;
    assertEquals("", compile("--class-path", classPath));
    source("user/Quote.java", QUOTE.replace("long", "double"));
    assertEquals("", compile("--class-path", classPath));
    assertTrue(generatedSource("user/QuoteChannel.java").contains("send(double value)"));
  }

  @Test
  void goodDeclaration_isServedBesideABadOne() throws IOException {
    source("user/Quote.java", QUOTE);
    source("user/Bad.java", QUOTE.replace("Quote", "Bad").replace("long", "Long"));
    assertTrue(compile("--class-path", RUNTIME).contains("[multishot-boxed]"));
    assertTrue(generatedSource("user/QuoteChannel.java").contains("class QuoteChannel"));
  }

  @Test
  void batchCompilerOfEclipse_isServedAsJavacIs() throws IOException {
    source("user/Quote.java", QUOTE);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-warn:+all",
                "-classpath",
                RUNTIME,
                "-processorpath",
                PROCESSOR,
                "-d",
                classes.toString(),
                "-s",
                generated.toString()));
    arguments.addAll(javaFiles(sources));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    assertTrue(
        BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null), said::toString);
    assertTrue(generatedSource("user/QuoteChannel.java").contains("send(long value)"));
    assertTrue(Files.exists(classes.resolve("user/QuoteChannel$Sender.class")));
  }

  @Test
  void generatedDocumentation_isComplete() throws IOException {
    source("user/Quote.java", QUOTE);
    source("user/Name.java", QUOTE.replace("Quote", "Name").replace("long", "String"));
    source(
        "user/Fill.java",
        """
        package user;

        /**
         * A message by accessors, one of them inherited and one of the type parameter.
         *
         * @param <T> the type of the venue
         */
        @io.multishot.MultiShot
        public interface Fill<T> extends java.util.function.LongSupplier {
          /**
           * The venue.
           *
           * @return the venue
           */
          T venue();
        }
        """);
    source(
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
          record Trade(long price) {}
        }
        """);
    assertEquals("", compile("--class-path", RUNTIME));
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
    arguments.addAll(javaFiles(sources));
    arguments.addAll(javaFiles(generated));
    assertEquals("", run(JAVADOC, arguments));
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

  private void source(String file, String text) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String generatedSource(String file) throws IOException {
    return Files.readString(generated.resolve(file));
  }

  /** Compiles all, and returns what the compiler says. */
  private String compile(String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-processing",
                "-Werror",
                "--release",
                "17",
                "--processor-path",
                PROCESSOR,
                "-d",
                classes.toString(),
                "-s",
                generated.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(javaFiles(sources));
    return run(JAVAC, arguments);
  }

  private static String run(ToolProvider tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit = tool.run(out, out, arguments.toArray(new String[0]));
    return exit == 0 ? said.toString() : said + "exit code " + exit;
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java"))
          .collect(Collectors.toList());
    }
  }

  private static String path(File... files) {
    return Stream.of(files).map(File::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
