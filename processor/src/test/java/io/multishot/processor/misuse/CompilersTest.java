package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import io.multishot.processor.MultiShotProcessor;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check in compilers as users start them: every JDK beside the one that runs the tests. */
final class CompilersTest {

  private static final String PROCESSOR =
      Javac.path(Javac.jarOf(MultiShotProcessor.class), Javac.jarOf(JavaFile.class));

  @TempDir Path folder;
  private Path sources;
  private Path classes;

  @BeforeEach
  void write() throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(
        sources.resolve("Desk.java"),
        """
        @io.multishot.MultiShot(type = long.class)
        interface Desk {}
        """);
    Files.writeString(
        sources.resolve("Use.java"),
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
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> jdks = Files.list(home.resolveSibling("."))) {
      return jdks.filter(jdk -> !Files.isSymbolicLink(jdk))
          .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
          .filter(jdk -> feature(jdk) >= 17)
          .toList();
    }
  }

  private static int feature(Path jdk) {
    try {
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_startsTheCheckFromTheProcessorPath(Path jdk) throws Exception {
    assertTold(javac(jdk, "--processor-path", PROCESSOR, "-cp", Javac.RUNTIME), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_startsTheCheckOnceIfItIsNamed(Path jdk) throws Exception {
    String[] path = {"--processor-path", PROCESSOR, "-cp", Javac.RUNTIME};
    assertTold(javac(jdk, with(path, "-Xplugin:MultiShot")), 0);
    String said = javac(jdk, with(path, "-Xplugin:MultiShot error"));
    assertTrue(said.contains("Use.java:4: error: [multishot-consumed]"), said);
    assertTrue(said.endsWith("exit 1"), said);
    assertEquals("exit 0", javac(jdk, with(path, "-Xplugin:MultiShot off")));
    assertEquals("exit 0", javac(jdk, with(path, "-J-Dio.multishot.misuse=off")));
    assertTold(javac(jdk, with(path, "-J-Dio.multishot.misuse=off", "-Xplugin:MultiShot warn")), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_endsTheBuildUnderWerror(Path jdk) throws Exception {
    assertTold(
        javac(
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
    javac(jdk, "--processor-path", PROCESSOR, "-cp", Javac.RUNTIME);
    Files.delete(sources.resolve("Desk.java"));
    String classPath = Javac.RUNTIME + File.pathSeparator + classes;
    assertTold(javac(jdk, "--processor-path", PROCESSOR, "-cp", classPath), 0);
    assertTold(javac(jdk, "--processor-path", PROCESSOR, "-cp", classPath, "-proc:none"), 0);
  }

  /** From 23 on no processor is run that is merely on the class path; the check is. */
  @ParameterizedTest
  @MethodSource("jdks")
  void javac_tellsOfTheMissingProcessor(Path jdk) throws Exception {
    String classPath = Javac.RUNTIME + File.pathSeparator + PROCESSOR;
    String said = javac(jdk, "-cp", classPath, "-Werror");
    boolean isFound = feature(jdk) < 23;
    assertEquals(!isFound, said.contains("Desk.java:1: warning: [multishot-unprocessed]"), said);
    assertEquals(isFound, said.contains("[multishot-consumed]"), said);
    assertTold(javac(jdk, "-cp", classPath, isFound ? "" : "-proc:full"), 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void javac_saysNothingWithoutTheRuntime(Path jdk) throws Exception {
    Files.delete(sources.resolve("Desk.java"));
    Files.writeString(
        sources.resolve("Use.java"),
        "class Use { void m(AutoCloseable c) throws Exception { c.close(); c.close(); } }");
    assertEquals("exit 0", javac(jdk, "--processor-path", PROCESSOR));
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
      classes.toString(),
      "-s",
      folder.toString(), // or it writes where the tests run
      "-cp",
      Javac.RUNTIME,
      "-processorpath",
      PROCESSOR,
      sources.toString()
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

  private String javac(Path jdk, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
    Stream.of(options).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of("-d", classes.toString(), "-s", folder.toString()));
    try (Stream<Path> files = Files.list(sources)) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java"))
          .sorted()
          .forEach(command::add);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "exit " + process.waitFor();
  }
}
