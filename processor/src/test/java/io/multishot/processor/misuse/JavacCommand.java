package io.multishot.processor.misuse;

import com.palantir.javapoet.JavaFile;
import io.multishot.processor.MultiShotProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A user's files in a folder, and the command line that compiles them with the javac of any JDK.
 */
final class JavacCommand {

  static final String PROCESSOR =
      Javac.path(Javac.jarOf(MultiShotProcessor.class), Javac.jarOf(JavaFile.class));

  private static final Pattern TOLD =
      Pattern.compile("(?m)^.*?(\\w+\\.java:\\d+: \\w+: \\[multishot-\\w+\\]).*$");

  final Path sources;
  final Path generated;
  final Path classes;

  JavacCommand(Path folder) throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    generated = Files.createDirectory(folder.resolve("generated"));
    classes = Files.createDirectory(folder.resolve("classes"));
  }

  JavacCommand source(String file, String text) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  /** Compiles all, and returns what the compiler says, with the code that it exits with. */
  String run(Path jdk, String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(jdk.resolve("bin/javac").toString(), "-J-XX:TieredStopAtLevel=1"));
    Stream.of(options).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
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

  /** What the check tells, in the order of the compiler: file, line, kind and identifier. */
  static List<String> told(String said) {
    return TOLD.matcher(said).results().map(line -> line.group(1)).toList();
  }

  /** Every JDK beside the one that runs the tests, and that one. */
  static List<Path> jdks() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> jdks = Files.list(home.resolveSibling("."))) {
      return jdks.filter(jdk -> !Files.isSymbolicLink(jdk))
          .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
          .filter(jdk -> feature(jdk) >= 17)
          .toList();
    }
  }

  /** The JDK that runs the tests; a build on each JDK shows the others. */
  static List<Path> ownJdk() throws IOException {
    return List.of(Path.of(System.getProperty("java.home")).toRealPath());
  }

  static int feature(Path jdk) {
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
}
