package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The runtime as other versions have it, in a folder: with other API levels, or with none. */
final class OtherRuntime {

  private static final Path SOURCE = Path.of("../runtime/src/main/java/io/multishot/ApiLevel.java");

  private OtherRuntime() {}

  /** This runtime, but for the levels that it serves. */
  static File serving(Path folder, int oldest, int newest) throws IOException {
    File runtime = withoutLevels(folder);
    String source =
        Files.readString(SOURCE)
            .replaceFirst("(?<= OLDEST = )\\d+", "" + oldest)
            .replaceFirst("(?<= NEWEST = )\\d+", "" + newest);
    Path changed = Files.writeString(folder.resolve("ApiLevel.java"), source);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out, System.err, "-proc:none", "-d", runtime.toString(), changed.toString());
    assertEquals(0, exit);
    return runtime;
  }

  /** As a runtime is that is older than its levels. */
  static File withoutLevels(Path folder) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("runtime/io/multishot"));
    Path present = Compilations.jarOf(MultiShot.class).toPath();
    if (Files.isDirectory(present)) {
      copy(present, copy);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(present)) {
        copy(jar.getPath("/"), copy);
      }
    }
    Files.delete(copy.resolve("ApiLevel.class"));
    return folder.resolve("runtime").toFile();
  }

  private static void copy(Path root, Path to) throws IOException {
    try (Stream<Path> classes = Files.list(root.resolve("io/multishot"))) {
      for (Path each : classes.toList()) {
        Files.copy(each, to.resolve(each.getFileName().toString()));
      }
    }
  }
}
