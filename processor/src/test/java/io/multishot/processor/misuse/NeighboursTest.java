package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check beside others that look at the same trees, or change them, in one javac. */
final class NeighboursTest {

  private static final String DESK =
      """
      package desk;
      @io.multishot.MultiShot(type = long.class)
      interface Desk {}
      """;

  /** What Error Prone reaches into. */
  private static final List<String> INTERNALS =
      Stream.of(
              "api",
              "code",
              "comp",
              "file",
              "main",
              "model",
              "parser",
              "processing",
              "tree",
              "util")
          .map(name -> "jdk.compiler/com.sun.tools.javac." + name)
          .toList();

  private static final Pattern RESULT =
      Pattern.compile("(Use\\.java:\\d+): error: \\[CheckReturnValue\\]");

  @TempDir Path folder;

  static List<Path> jdks() throws IOException {
    return JavacCommand.ownJdk();
  }

  /** Lombok has changed the trees: the types of variables, the ends of blocks, the members. */
  @ParameterizedTest
  @MethodSource("jdks")
  void lombok_changesTreesAndNothingThatIsTold(Path jdk) throws Exception {
    String source =
        """
        package desk;
        import lombok.*;
        @Getter
        @RequiredArgsConstructor
        class Use {
          private final DeskChannel.Receiver receiver;
          @Setter private DeskChannel.Sender sender;
          @Getter(lazy = true) private final long first = receiver.take();
          void local() {
            val s = receiver.sender();
            s.send(getFirst());
            s.send(2); // consumed
            var t = new Use(receiver).getSender();
            t.send(1);
            t.send(2); // consumed
          }
          void right() {
            @Cleanup DeskChannel.Receiver r = DeskChannel.open();
            val s = r.sender();
            s.send(1);
            r.take();
            r.sender().send(2);
            setSender(r.sender());
            getSender().send(3);
            getSender().fail(new Exception());
          }
          void rightShot(DeskChannel.Sender s) {
            @Cleanup DeskChannel.Shot x = s.shot();
            x.send(1);
          }
          @SneakyThrows
          void sneaky(DeskChannel.Sender s) {
            s.send(1);
            s.close(); // consumed
          }
          @Synchronized
          void cleaned(DeskChannel.Sender s) {
            @Cleanup("close") DeskChannel.Receiver r = DeskChannel.open();
            s.send(1);
            s.send(2); // consumed
            r.close();
            r.sender(); // closed
          }
          void ignored() {
            getReceiver().trySender(); // ignored
          }
          @Builder
          static Use built(DeskChannel.Receiver r, @NonNull DeskChannel.Sender s) {
            s.send(1);
            s.send(2); // consumed
            return new Use(r);
          }
        }
        """;
    String lombok = neighbours("lombok");
    String said =
        new JavacCommand(folder)
            .source("Desk.java", DESK)
            .source("Use.java", source)
            .run(
                jdk,
                "-Xlint:all,-processing",
                "--processor-path",
                path(lombok, JavacCommand.PROCESSOR),
                "-cp",
                path(lombok, Javac.RUNTIME));
    assertEquals(marked(source), JavacCommand.told(said), said);
    assertTrue(said.endsWith(JavacCommand.told(said).size() + " warnings\nexit 0"), said);
  }

  /** Error Prone knows the annotation by its simple name. */
  @ParameterizedTest
  @MethodSource("jdks")
  void errorProne_tellsTheUserOfAResultThatIsThrownAway(Path jdk) throws Exception {
    String source =
        """
        package desk;
        class Use {
          void thrownAway(DeskChannel.Receiver r, DeskChannel.Sender s) {
            r.trySender(); // ignored
            r.toFuture(); // ignored
            r.peek(); // ignored
            r.failure(); // ignored
            s.shot(); // ignored
            s.isAbandoned(); // ignored
          }
          void views(QuoteChannel.Receiver r, QuoteChannel.Sender s) {
            r.trySender(); // ignored
            r.peek(); // ignored
            r.peekView(); // ignored
            s.shot(); // ignored
          }
          void right(DeskChannel.Receiver r, DeskChannel.Sender s) throws Exception {
            r.sender();
            s.send(1);
            r.take();
            r.renew().send(2);
            r.receive();
            r.drop();
          }
          void twice(DeskChannel.Sender s) {
            s.send(1);
            s.send(2); // consumed
          }
        }
        """;
    List<String> options =
        new ArrayList<>(
            List.of(
                "--processor-path",
                path(neighbours("error-prone"), JavacCommand.PROCESSOR),
                "-cp",
                Javac.RUNTIME,
                "-Xplugin:ErrorProne",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-XDaddTypeAnnotationsToSymbol=true"));
    INTERNALS.forEach(part -> options.add("-J--add-exports=" + part + "=ALL-UNNAMED"));
    INTERNALS.forEach(part -> options.add("-J--add-opens=" + part + "=ALL-UNNAMED"));
    String said =
        new JavacCommand(folder)
            .source("Desk.java", DESK)
            .source(
                "Quote.java",
                "package desk; @io.multishot.MultiShot record Quote(int size, long price) {}")
            .source("Use.java", source)
            .run(jdk, options.toArray(new String[0]));
    assertEquals(marked(source), JavacCommand.told(said), said);
    assertEquals(
        marked(source).stream()
            .filter(line -> line.endsWith("[multishot-ignored]"))
            .map(line -> line.replaceAll(": .*", ""))
            .toList(),
        RESULT.matcher(said).results().map(line -> line.group(1)).toList(),
        said);
  }

  /** What is to be told of {@code Use.java}: the lines that end with a kind. */
  private static List<String> marked(String source) {
    return Javac.marked(source)
        .lines()
        .map(line -> line.strip().split(" ", -1))
        .map(mark -> "Use.java:" + mark[0] + ": warning: [multishot-" + mark[1] + "]")
        .toList();
  }

  /** The jars that the build has put into a folder. */
  private static String neighbours(String name) throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "neighbours", name))) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static String path(String... paths) {
    return String.join(File.pathSeparator, paths);
  }
}
