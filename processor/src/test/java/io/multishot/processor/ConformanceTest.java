package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code CONFORMANCE.md} names tests that exist. */
final class ConformanceTest {

  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java/io/multishot/processor"),
          Path.of("src/test/java/io/multishot/processor/misuse"),
          Path.of("../runtime/contract/src/test/java/io/multishot/contract"),
          Path.of("kapt/src/test/java/io/multishot/kapt"),
          Path.of("tools/src/test/java/io/multishot/tools"));

  private static final Pattern REFERENCE = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)\\*?`");

  @Test
  void referencedTest_exists() throws IOException {
    List<String> missing =
        REFERENCE
            .matcher(Files.readString(Path.of("CONFORMANCE.md")))
            .results()
            .filter(ConformanceTest::isMissing)
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), missing);
  }

  private static boolean isMissing(MatchResult reference) {
    return TESTS.stream()
        .map(folder -> folder.resolve(reference.group(1) + ".java"))
        .noneMatch(file -> Files.exists(file) && has(file, reference.group(2)));
  }

  private static boolean has(Path file, String method) {
    try {
      return Files.readString(file).contains("void " + method);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
