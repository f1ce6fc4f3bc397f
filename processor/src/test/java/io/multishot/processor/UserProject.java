package io.multishot.processor;

import com.palantir.javapoet.JavaFile;
import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.jspecify.annotations.NullMarked;

/** A user's sources in a folder, and the command lines that compile them. */
final class UserProject {

  static final String RUNTIME =
      path(Compilations.jarOf(MultiShot.class), Compilations.jarOf(NullMarked.class));

  /** Also with what the tests have of processors, which a command line must name. */
  static final String PROCESSOR =
      path(
          Compilations.jarOf(MultiShotProcessor.class),
          Compilations.jarOf(JavaFile.class),
          Compilations.jarOf(FirstRoundProcessor.class));

  private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

  final Path sources;
  final Path generated;
  final Path classes;

  UserProject(Path folder) throws IOException {
    sources = Files.createDirectories(folder.resolve("src"));
    generated = Files.createDirectories(folder.resolve("generated"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  UserProject source(String file, String text) throws IOException {
    return source(file, text, StandardCharsets.UTF_8);
  }

  UserProject source(String file, String text, Charset encoding) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, encoding);
    return this;
  }

  String generatedSource(String file) throws IOException {
    return generatedSource(file, StandardCharsets.UTF_8);
  }

  String generatedSource(String file, Charset encoding) throws IOException {
    return Files.readString(generated.resolve(file), encoding);
  }

  /** Compiles all with every lint an error, and returns what the compiler says. */
  String compile(String... options) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of("-Xlint:all,-processing,-missing-explicit-ctor", "-Werror", "--release", "17"));
    all.addAll(List.of(options));
    return javac(all.toArray(new String[0]));
  }

  /** Runs javac over all sources, and returns what it says. */
  String javac(String... options) throws IOException {
    List<String> arguments = arguments(options);
    arguments.addAll(List.of("--processor-path", PROCESSOR));
    return run(JAVAC, arguments);
  }

  /** Runs the javac of another JDK over all sources, and returns what it says. */
  String javac(Path jdk, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
    command.addAll(arguments(options));
    command.addAll(List.of("--processor-path", PROCESSOR));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return exit == 0 ? said : said + "exit code " + exit;
  }

  /** Runs Eclipse's compiler over all sources, and returns what it says. */
  String eclipse(String... options) throws IOException {
    List<String> arguments = arguments(options);
    arguments.addAll(List.of("-processorpath", PROCESSOR));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    boolean isDone = BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null);
    return isDone ? said.toString() : said + "failed";
  }

  private List<String> arguments(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    arguments.addAll(javaFiles(sources));
    return arguments;
  }

  static String run(ToolProvider tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit = tool.run(out, out, arguments.toArray(new String[0]));
    return exit == 0 ? said.toString() : said + "exit code " + exit;
  }

  static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  static String path(File... files) {
    return Stream.of(files).map(File::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
