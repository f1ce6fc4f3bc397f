package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @TempDir Path folder;

  static List<Path> jdks() throws IOException {
    return JavacCommand.jdks();
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
