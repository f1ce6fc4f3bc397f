package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The README's Java compiles as it stands: declarations in one package, and statements in methods.
 */
final class ReadmeTest {

  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final Pattern DECLARED = Pattern.compile("(?:interface|record) (\\w+)");

  private static final String HEAD =
      """
      package readme;

      import io.multishot.*;
      import java.util.concurrent.*;

      """;

  /** What the statements take for granted. */
  private static final String METHOD =
      """
      abstract class Snippet%d {
        abstract long price();
        abstract long askAnother(QuoteChannel.Sender sender);

        %s run(Executor worker, QuoteChannel.Receiver %s, QuoteChannel.Sender %s) throws Exception {
      %s
        }
      }
      """;

  @Test
  void everySnippetCompilesWithoutAWarning() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    Matcher matcher = SNIPPET.matcher(Files.readString(Path.of("..", "README.md")));
    while (matcher.find()) {
      sources.add(source(sources.size(), matcher.group(1)));
    }
    assertTrue(sources.size() >= 4, "snippets: " + sources.size());
    assertThat(Compilations.compile(sources.toArray(new JavaFileObject[0])))
        .succeededWithoutWarnings();
  }

  private static JavaFileObject source(int number, String snippet) {
    Matcher declared = DECLARED.matcher(snippet);
    if (snippet.startsWith("@MultiShot") && declared.find()) {
      return JavaFileObjects.forSourceString("readme." + declared.group(1), HEAD + snippet);
    }
    String result = snippet.contains("return ") ? "long" : "void";
    String receiver = snippet.contains("Receiver quotes =") ? "unused" : "quotes";
    String sender = snippet.contains("Sender sender =") ? "unusedToo" : "sender";
    return JavaFileObjects.forSourceString(
        "readme.Snippet" + number,
        HEAD + METHOD.formatted(number, result, receiver, sender, snippet));
  }
}
