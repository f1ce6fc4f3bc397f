package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which packages of the processor know which: readers and writers know the model only, and the
 * check of misuse knows none of them.
 */
final class PackagesTest {

  private static final Path ROOT =
      Compilations.jarOf(MultiShotProcessor.class).toPath().resolve("io/multishot/processor");

  /** A class file holds the names of all classes that it refers to, signatures included. */
  @ParameterizedTest
  @CsvSource({
    "model, read/",
    "model, write/",
    "model, rounds/",
    "model, MultiShotProcessor",
    "read, write/",
    "read, rounds/",
    "read, MultiShotProcessor",
    "write, read/",
    "write, rounds/",
    "write, MultiShotProcessor",
    "rounds, MultiShotProcessor",
    "model, misuse/",
    "read, misuse/",
    "write, misuse/",
    "rounds, misuse/",
    "misuse, model/",
    "misuse, read/",
    "misuse, write/",
    "misuse, rounds/",
    "misuse, MultiShotProcessor"
  })
  void package_doesNotReferTo(String folder, String other) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      assertEquals(
          List.of(),
          files.filter(file -> refersTo(file, "io/multishot/processor/" + other)).toList());
    }
  }

  @Test
  void topPackage_holdsTheProcessorAlone() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      assertEquals(
          List.of("MultiShotProcessor.class", "package-info.class"),
          files
              .filter(Files::isRegularFile)
              .map(file -> String.valueOf(file.getFileName()))
              .sorted()
              .toList());
    }
  }

  private static boolean refersTo(Path classFile, String name) {
    try {
      return new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1).contains(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
