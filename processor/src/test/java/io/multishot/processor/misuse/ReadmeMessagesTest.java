package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.processor.MultiShotProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The messages that the README prints are those of the class that it prints. */
final class ReadmeMessagesTest {

  private static final Pattern SHOWN =
      Pattern.compile("```text\n( 1  package desk;.*?)```.*?```text\n(.*?)```", Pattern.DOTALL);

  private static final String FILL =
      """
      package desk;
      import io.multishot.MultiShot;
      @MultiShot interface Fill { long orderId(); double price(); }
      """;

  @Test
  void readme_countsTheProgramsOfTheCorpus() throws Exception {
    int programs = 0;
    for (String folder : List.of("", "slabs/", "calls/")) {
      programs += CorpusProgram.in(folder + "right").size();
      programs += CorpusProgram.in(folder + "wrong").size();
    }
    String counted = "of " + programs + " programs,";
    assertTrue(readme().contains(counted), counted);
  }

  @Test
  void readme_printsWhatIsSaid() throws Exception {
    Matcher shown = SHOWN.matcher(readme());
    assertTrue(shown.find());
    String source =
        shown
            .group(1)
            .lines()
            .map(line -> line.replaceFirst("^..( {2})?", ""))
            .collect(Collectors.joining("\n", "", "\n"));
    String said =
        Javac.compile(
                List.of(),
                List.of(),
                List.of(new MultiShotProcessor()),
                forSourceString("desk.Fill", FILL),
                forSourceString("desk.Desk", source))
            .stream()
            .map(
                one ->
                    "[%s] Desk.java:[%d,%d] %s\n"
                        .formatted(
                            one.getKind(),
                            one.getLineNumber(),
                            one.getColumnNumber(),
                            one.getMessage(null)))
            .collect(Collectors.joining());
    assertEquals(shown.group(2), said);
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("../README.md"));
  }
}
