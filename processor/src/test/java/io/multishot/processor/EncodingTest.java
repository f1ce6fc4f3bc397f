package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with letters that the encoding of a compilation may lack. */
final class EncodingTest {

  /** The names of files, unlike those in them, are in the encoding of the file system. */
  private static final boolean FILES_HAVE_ALL_LETTERS =
      Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("\u00e9");

  private static final String DESK =
      """
      package desk;
      import io.multishot.MultiShot;
      class Desk {
        enum \\u00dcber { \\u00c4 }
        @MultiShot interface Fill<T\\u00e9 extends Comparable<T\\u00e9>> {
          long pr\\u00e9cio();
          T\\u00e9 \\u03b1\\u03b2();
          \\u00dcber \\ud835\\udc9c();
        }
        @MultiShot record Trade(String \\u4e2d\\u6587) { Trade {} }
        static void use(Desk_FillChannel.Sender<String> fills, Desk_TradeChannel.Receiver trades) {
          fills.send(1, "a", \\u00dcber.\\u00c4);
          trades.peekView().\\u4e2d\\u6587();
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-16", "UTF-8"})
  void lettersThatTheEncodingLacks_areEscaped(String encoding) throws IOException {
    assumeTrue(FILES_HAVE_ALL_LETTERS);
    Charset charset = Charset.forName(encoding);
    UserProject project = new UserProject(folder).source("desk/Desk.java", DESK, charset);
    assertEquals("", project.compile("-encoding", encoding, "-classpath", UserProject.RUNTIME));
    assertIsAscii(project.generatedSource("desk/Desk_FillChannel.java", charset));
    assertIsAscii(project.generatedSource("desk/Desk_TradeChannel.java", charset));
  }

  @Test
  void lettersThatTheEncodingLacks_areEscapedOnEclipse() throws IOException {
    assumeTrue(FILES_HAVE_ALL_LETTERS);
    UserProject project = new UserProject(folder).source("desk/Desk.java", DESK);
    assertEquals(
        "",
        project.eclipse(
            "--release", "17", "-encoding", "US-ASCII", "-classpath", UserProject.RUNTIME));
    assertIsAscii(project.generatedSource("desk/Desk_FillChannel.java", StandardCharsets.US_ASCII));
  }

  @Test
  void classNameWithSuchALetter_isOnlyEscapedInsideItsFile() throws IOException {
    assumeTrue(FILES_HAVE_ALL_LETTERS);
    String day = "package desk; @io.multishot.MultiShot(type = int.class) interface Caf\\u00e9 {}";
    UserProject project = new UserProject(folder).source("desk/Day.java", day);
    assertEquals(
        "",
        project.compile(
            "-encoding", "US-ASCII", "-Xlint:-auxiliaryclass", "-classpath", UserProject.RUNTIME));
    assertTrue(
        project
            .generatedSource("desk/Caf\u00e9Channel.java", StandardCharsets.US_ASCII)
            .contains("class Caf\\u00e9Channel"));
  }

  private static void assertIsAscii(String text) {
    assertTrue(text.contains("\\u"), text);
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), text);
  }
}
