package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processor's jar as a module, beside a user's code that is a module too. */
final class ProcessorModuleIT {

  @TempDir Path folder;

  static List<Path> jdks() throws IOException {
    return JavacCommand.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void processorModulePath_startsTheCheckAndTheProcessor(Path jdk) throws Exception {
    JavacCommand javac =
        new JavacCommand(folder)
            .source("module-info.java", "module desk { requires io.multishot; }")
            .source(
                "desk/Desk.java",
                """
                package desk;
                @io.multishot.MultiShot(type = long.class)
                interface Desk {
                  static void twice(DeskChannel.Sender sender) {
                    sender.send(1);
                    sender.send(2);
                  }
                }
                """);
    String said =
        javac.run(
            jdk,
            "-Xlint:all,-processing",
            "--processor-module-path",
            System.getProperty("processor.jar"),
            "--module-path",
            Javac.RUNTIME);
    assertEquals(
        List.of("Desk.java:6: warning: [multishot-consumed]"), JavacCommand.told(said), said);
    assertTrue(said.endsWith("1 warning\nexit 0"), said);
    assertTrue(Files.exists(javac.classes.resolve("desk/DeskChannel$Sender.class")), said);
  }
}
