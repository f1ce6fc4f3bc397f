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

  private static final Path TESTS = Path.of("src/test/java/io/multishot/processor");

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

  /** The contract's tests are not looked for: they are not the processor's. */
  private static boolean isMissing(MatchResult reference) {
    Path file = TESTS.resolve(reference.group(1) + ".java");
    try {
      return Files.exists(file) && !Files.readString(file).contains("void " + reference.group(2));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
