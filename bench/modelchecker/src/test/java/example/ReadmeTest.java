package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows what is there, and what is printed. */
class ReadmeTest {

  private static final Path SOURCES = Path.of("src/test/java/example");

  @Test
  void readme_showsTheSourcesAsTheyAre() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String file : List.of("SpscRing", "RingScenario", "Example")) {
      sources.append(Files.readString(SOURCES.resolve(file + ".java")));
    }
    List<String> shown = blocks("java").toList();
    assertEquals(3, shown.size());
    for (String block : shown) {
      assertTrue(sources.indexOf(block) >= 0, block);
    }
  }

  @Test
  void readme_showsWhatTheExamplePrints() throws IOException {
    assertEquals(List.of(Example.report()), blocks("text").toList());
  }

  private static Stream<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map((MatchResult found) -> found.group(1));
  }
}
