package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.processor.MultiShotProcessor;
import io.multishot.processor.ProcessorOnFiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gradle and IntelliJ hand processors an environment that is not the compiler's. The check asks for
 * none.
 */
final class WrappedEnvironmentTest {

  private static final String SOURCE =
      """
      package desk;
      @io.multishot.MultiShot(type = long.class)
      interface Desk {
        static void twice(DeskChannel.Sender sender) {
          sender.send(1);
          sender.send(2); // consumed
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void wrappedEnvironment_changesNeitherTheChannelNorWhatIsTold() throws IOException {
    Processor inProxies =
        new ProcessorOnFiler(
            filer ->
                ProcessorOnFiler.proxy(
                    Filer.class,
                    (proxy, method, arguments) ->
                        ProcessorOnFiler.invoke(filer, method, arguments)));
    assertEquals(channel("plain", new MultiShotProcessor()), channel("wrapped", inProxies));
  }

  /** Compiles, checks what is told, and returns the generated source. */
  private String channel(String name, Processor processor) throws IOException {
    Path generated = Files.createDirectory(folder.resolve(name));
    assertEquals(
        Javac.marked(SOURCE),
        Javac.ids(
            Javac.compile(
                List.of(),
                List.of("-s", generated.toString()),
                List.of(processor),
                forSourceString("desk.Desk", SOURCE))));
    return Files.readString(generated.resolve("desk/DeskChannel.java"));
  }
}
