package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check in compilers as users start them: that of the JDK which runs the tests. */
final class CompilersTest {

  private static final String PROCESSOR = JavacCommand.PROCESSOR;

  @TempDir Path folder;
  private JavacCommand javac;

  @BeforeEach
  void write() throws IOException {
    javac =
        new JavacCommand(folder)
            .source(
                "Desk.java",
                """
                @io.multishot.MultiShot(type = long.class)
                interface Desk {}
                """)
            .source(
                "Use.java",
                """
                class Use {
                  void twice(DeskChannel.Sender sender) {
                    sender.send(1);
                    sender.send(2);
                  }
                }
                """);
  }

  static List<Path> jdks() throws IOException {
    return JavacCommand.ownJdk();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_startsTheCheckFromTheProcessorPath(Path jdk) throws Exception {
    assertTold(javac.run(jdk, "--processor-path", PROCESSOR, "-cp", Javac.RUNTIME), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_startsTheCheckOnceIfItIsNamed(Path jdk) throws Exception {
    String[] path = {"--processor-path", PROCESSOR, "-cp", Javac.RUNTIME};
    assertTold(javac.run(jdk, with(path, "-Xplugin:MultiShot")), 0);
    String said = javac.run(jdk, with(path, "-Xplugin:MultiShot error"));
    assertTrue(said.contains("Use.java:4: error: [multishot-consumed]"), said);
    assertTrue(said.endsWith("exit 1"), said);
    assertEquals("exit 0", javac.run(jdk, with(path, "-Xplugin:MultiShot off")));
    assertEquals("exit 0", javac.run(jdk, with(path, "-J-Dio.multishot.misuse=off")));
    assertTold(
        javac.run(jdk, with(path, "-J-Dio.multishot.misuse=off", "-Xplugin:MultiShot warn")), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_endsTheBuildUnderWerror(Path jdk) throws Exception {
    assertTold(
        javac.run(
            jdk,
            "--processor-path",
            PROCESSOR,
            "-cp",
            Javac.RUNTIME,
            "-Xlint:all,-processing",
            "-Werror"),
        1);
  }

  /** Only what uses a channel is compiled, and no processor is called for it. */
  @ParameterizedTest
  @MethodSource("jdks")
  void javac_checksUsersOfCompiledChannels(Path jdk) throws Exception {
    javac.run(jdk, "--processor-path", PROCESSOR, "-cp", Javac.RUNTIME);
    Files.delete(javac.sources.resolve("Desk.java"));
    String classPath = Javac.RUNTIME + File.pathSeparator + javac.classes;
    assertTold(javac.run(jdk, "--processor-path", PROCESSOR, "-cp", classPath), 0);
    assertTold(javac.run(jdk, "--processor-path", PROCESSOR, "-cp", classPath, "-proc:none"), 0);
  }

  /** From 23 on no processor is run that is merely on the class path; the check is. */
  @ParameterizedTest
  @MethodSource("jdks")
  void javac_tellsOfTheMissingProcessor(Path jdk) throws Exception {
    String classPath = Javac.RUNTIME + File.pathSeparator + PROCESSOR;
    String said = javac.run(jdk, "-cp", classPath, "-Werror");
    boolean isFound = JavacCommand.feature(jdk) < 23;
    assertEquals(!isFound, said.contains("Desk.java:1: warning: [multishot-unprocessed]"), said);
    assertEquals(isFound, said.contains("[multishot-consumed]"), said);
    assertTold(javac.run(jdk, "-cp", classPath, isFound ? "" : "-proc:full"), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_saysNothingWithoutTheRuntime(Path jdk) throws Exception {
    Files.delete(javac.sources.resolve("Desk.java"));
    javac.source(
        "Use.java",
        "class Use { void m(AutoCloseable c) throws Exception { c.close(); c.close(); } }");
    assertEquals("exit 0", javac.run(jdk, "--processor-path", PROCESSOR));
  }

  @Test
  void eclipse_compilesAsItDidBefore() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    String[] arguments = {
      "--release",
      "17",
      "-nowarn",
      "-d",
      javac.classes.toString(),
      "-s",
      javac.generated.toString(), // or it writes where the tests run
      "-cp",
      Javac.RUNTIME,
      "-processorpath",
      PROCESSOR,
      javac.sources.toString()
    };
    assertTrue(BatchCompiler.compile(arguments, out, out, null), said::toString);
    assertFalse(said.toString().contains("multishot"), said::toString);
  }

  private static void assertTold(String said, int exit) {
    String[] parts = said.split("\\[multishot-", -1);
    assertEquals(2, parts.length, said);
    assertTrue(said.contains("Use.java:4: warning: [multishot-consumed]"), said);
    assertTrue(said.endsWith("exit " + exit), said);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }
}
