package io.multishot.bench.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory that a compilation writes into; it is deleted when closed. */
final class Output implements AutoCloseable {

  private final Path directory;

  Output() throws IOException {
    this.directory = Files.createTempDirectory("compile-time");
  }

  Path directory() {
    return directory;
  }

  List<Path> sources() {
    return files(".*\\.java");
  }

  List<Path> declaredClasses() {
    return files(Over.DECLARED + "\\d+\\.class");
  }

  /** What is named after a declaration, but longer. */
  List<Path> generatedClasses() {
    return files("(?!" + Over.DECLARED + "\\d+\\.).*\\.class");
  }

  static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<Path> files(String name) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
