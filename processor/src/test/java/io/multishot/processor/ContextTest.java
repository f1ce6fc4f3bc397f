package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.turbine.main.Main;
import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compilations other than the usual one: of old levels, of several modules, by header compilers.
 */
final class ContextTest {

  private static final String RUNTIME = UserProject.RUNTIME;

  private static final String QUOTE =
      "package user; @io.multishot.MultiShot(type = long.class) public interface Quote {}";

  private static final Pattern REPORT = Pattern.compile("\\[multishot-");

  @TempDir Path folder;

  private UserProject project;

  @BeforeEach
  void makeFolders() throws IOException {
    project = new UserProject(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "16"})
  void sourceLevelBelow17_isReportedOnce(String level) throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source("user/Fill.java", QUOTE.replace("Quote", "Fill"));
    String[] options = {"-classpath", RUNTIME, "-source", level, "-target", level};
    String javac = project.javac(options);
    String words = "[multishot-source-level] the generated channel of Fill needs source level 17";
    assertTrue(javac.contains(words + ", and this compilation has " + level), javac);
    assertEquals(1, reports(javac), javac);
    String eclipse = project.eclipse(options);
    assertTrue(eclipse.contains("needs source level 17"), eclipse);
    assertEquals(1, reports(eclipse), eclipse);
  }

  /** No other file can name what lies in one. */
  @Test
  void compactSourceFile_isReportedOnce() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JDK 25");
    project.source(
        "Desk.java",
        """
        @io.multishot.MultiShot(type = long.class) interface Quote {}
        @io.multishot.MultiShot interface Fill { long a(); String b(); }
        class Inner { @io.multishot.MultiShot record Trade(int a, String b) {} }
        void main() {}
        """);
    project.source("user/Quote.java", QUOTE);
    String said = project.javac("-classpath", RUNTIME);
    assertTrue(said.contains("Quote lies in the implicit class of a compact source file"), said);
    assertEquals(1, reports(said), said);
    assertTrue(Files.exists(project.generated.resolve("user/QuoteChannel.java")));
  }

  @Test
  void modulesCompiledTogether_haveEachItsChannels() throws IOException {
    for (String module : List.of("one", "two")) {
      project.source(
          module + "/module-info.java", "module %s { requires io.multishot; }".formatted(module));
      project.source(module + "/user/Quote.java", QUOTE);
      project.source(
          module + "/user/Use.java",
          "package user; class Use { QuoteChannel.Receiver quotes = QuoteChannel.open(); }");
    }
    project.source("two/user/More.java", QUOTE.replace("Quote", "More"));
    assertEquals(
        "",
        project.compile(
            "--module-path", RUNTIME, "--module-source-path", project.sources.toString()));
    for (String module : List.of("one", "two")) {
      assertTrue(Files.exists(project.classes.resolve(module + "/user/QuoteChannel.class")));
    }
    assertTrue(Files.exists(project.classes.resolve("two/user/MoreChannel.class")));
    assertFalse(Files.exists(project.classes.resolve("one/user/MoreChannel.class")));
  }

  /** Eclipse passes on to processors what it refuses. */
  @Test
  void annotationOnAnythingButATypeDeclaration_isTheCompilersOwnError() throws IOException {
    String annotated = "@io.multishot.MultiShot(type = long.class) ";
    project.source("user/package-info.java", annotated + "package user;");
    project.source(
        "user/Others.java",
        """
        package user;
        class Others<@T X> { @T int field; @T Others() {} @T void method(@T int parameter) {} }
        """
            .replace("@T ", annotated));
    project.source("user/Quote.java", QUOTE);
    for (String said :
        List.of(
            project.eclipse("--release", "17", "-classpath", RUNTIME),
            project.javac("-classpath", RUNTIME))) {
      assertTrue(said.contains("package-info.java"), said);
      assertEquals(0, reports(said), said);
      assertFalse(said.contains("Exception"), said);
    }
  }

  /** A class file that Eclipse has read may reference what is not there. */
  @Test
  void classPathWithoutJSpecify_isEnoughForEclipse() throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source("user/Use.java", "package user; class Use { QuoteChannel.Sender sender; }");
    String said =
        project.eclipse(
            "--release", "17", "-cp", UserProject.path(Compilations.jarOf(MultiShot.class)));
    assertFalse(said.endsWith("failed"), said);
  }

  /** Such a compiler sees no method bodies, and states level 8 unless told otherwise. */
  @Test
  void headerCompiler_generatesWhatJavacGenerates() throws IOException {
    project.source("user/Quote.java", QUOTE);
    project.source(
        "user/Request.java",
        "package user; @io.multishot.MultiShot public interface Request { long id();"
            + " QuoteChannel.Sender reply(); }");
    project.source(
        "user/Fill.java",
        """
        package user;
        import org.jspecify.annotations.Nullable;
        @io.multishot.MultiShot
        public interface Fill<T extends Comparable<T>> extends java.util.function.Supplier<String> {
          T value();
          T[] more();
          @Nullable String venue();
          java.util.List<? super String> legs();
          @Override String toString();
          default double price() { return 0; }
        }
        """);
    project.source(
        "user/Trade.java",
        """
        package user;
        @io.multishot.MultiShot(name = "Trades", padded = false)
        public record Trade(int size, String[] legs) {
          public Trade { if (size < 0) throw new IllegalArgumentException(); }
        }
        """);
    project.source(
        "user/Ping.java",
        """
        package user;
        @io.multishot.MultiShot
        public interface Ping extends java.util.function.Supplier<PongChannel.Sender> {
          java.util.List<PingChannel.Receiver[]> more();
        }
        """);
    project.source(
        "user/Pong.java",
        """
        package user;
        @io.multishot.MultiShot
        public record Pong(long id, PingChannel.Sender ping) {
          public Pong {}
        }
        """);
    assertEquals("", project.compile("--class-path", RUNTIME));
    Path headerSources = folder.resolve("header-sources.jar");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--output", folder.resolve("headers.jar").toString()));
    arguments.addAll(List.of("--gensrc_output", headerSources.toString()));
    arguments.addAll(List.of("--system", System.getProperty("java.home")));
    arguments.addAll(List.of("--classpath", jarOfTheRuntime(), jar(Nullable.class)));
    arguments.add("--processorpath");
    arguments.addAll(List.of(UserProject.PROCESSOR.split(File.pathSeparator)));
    arguments.addAll(List.of("--processors", MultiShotProcessor.class.getName(), "--sources"));
    arguments.addAll(UserProject.javaFiles(project.sources));
    Main.compile(arguments.toArray(new String[0]));
    try (FileSystem jar = FileSystems.newFileSystem(headerSources)) {
      for (String channel : List.of("Quote", "Request", "Fill", "Ping", "Pong")) {
        String file = "user/" + channel + "Channel.java";
        assertEquals(project.generatedSource(file), Files.readString(jar.getPath(file)));
      }
      assertEquals(
          project.generatedSource("user/Trades.java"),
          Files.readString(jar.getPath("user/Trades.java")));
    }
  }

  @Test
  void compilationsSideBySide_giveTheSameBytes() throws Exception {
    project.source("user/Quote.java", QUOTE);
    project.source(
        "user/Fill.java",
        "package user; @io.multishot.MultiShot interface Fill<T> { T a(); QuoteChannel.Sender b();"
            + " }");
    assertEquals("", project.compile("--class-path", RUNTIME));
    List<Callable<UserProject>> compilations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      UserProject copy = new UserProject(Files.createDirectory(folder.resolve("copy" + i)));
      for (String file : List.of("user/Quote.java", "user/Fill.java")) {
        copy.source(file, Files.readString(project.sources.resolve(file)));
      }
      compilations.add(
          () -> {
            assertEquals("", copy.compile("--class-path", RUNTIME));
            return copy;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<UserProject> copy : threads.invokeAll(compilations)) {
        for (String file : List.of("user/QuoteChannel.java", "user/FillChannel.java")) {
          assertEquals(project.generatedSource(file), copy.get().generatedSource(file));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Header compilers read no folders. */
  private String jarOfTheRuntime() {
    File classes = Compilations.jarOf(MultiShot.class);
    if (classes.isFile()) {
      return classes.toString();
    }
    String jar = folder.resolve("runtime.jar").toString();
    List<String> arguments = List.of("--create", "--file", jar, "-C", classes.toString(), ".");
    assertEquals("", UserProject.run(ToolProvider.findFirst("jar").orElseThrow(), arguments));
    return jar;
  }

  private static String jar(Class<?> type) {
    return Compilations.jarOf(type).toString();
  }

  private static long reports(String said) {
    return REPORT.matcher(said).results().count();
  }
}
