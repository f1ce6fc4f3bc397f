package io.multishot.bench.compile;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that a compilation writes into, in memory. To create a file on a disk takes about
 * as long as to compile it, and not the same time twice.
 */
final class Output implements AutoCloseable {

  private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

  Path directory() {
    return memory.getPath("").toAbsolutePath();
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
    memory.close();
  }

  private List<Path> files(String name) {
    try (Stream<Path> files = Files.walk(directory())) {
      return files.filter(file -> file.getFileName().toString().matches(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
