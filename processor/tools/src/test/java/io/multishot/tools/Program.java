package io.multishot.tools;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program with channels, as a user has it in files. */
final class Program {

  private Program() {}

  /** A folder with the program's classes, and no others. */
  static Path classes(Path folder) throws IOException {
    Path copy = folder.resolve("classes");
    Files.createDirectories(copy.resolve("demo"));
    for (Path file : classFiles()) {
      Path to = copy.resolve("demo").resolve(file.getFileName().toString());
      if (!Files.exists(to)) {
        Files.copy(file, to);
      }
    }
    return copy;
  }

  static List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.list(locationOf(demo.Main.class).resolve("demo"))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** The jar or folder that a class is loaded from. */
  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs it on a virtual machine of its own, and returns what it prints. */
  static String run(Path... classPath) throws IOException {
    return runMain(
        Stream.of(classPath).map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "demo.Main");
  }

  /** Runs any program so; what runs this briefly is not worth optimizing. */
  static String runMain(String classPath, String main, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath, main));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
