package io.multishot.spin;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine's, which must end within a time. */
final class Tool {

  private static final long MOST_SECONDS = 600;

  private Tool() {}

  /** What the program said; to be told of a program that is missing, name its package. */
  record Result(int exitCode, String output) {}

  /**
   * Fails with advice if a program is not on the path.
   *
   * @param name the program's, and its package's
   */
  static void require(String name) throws InterruptedException {
    try {
      new ProcessBuilder(name, "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      fail(name + " is not on the path: install the package " + name + ", apt-get install " + name);
    }
  }

  /** Runs it in a folder, to which its output is written, too. */
  static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve(Path.of(command.get(0)).getFileName() + ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean hasEnded = false;
    try {
      hasEnded = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output);
    if (!hasEnded) {
      fail(command + " has not ended within " + MOST_SECONDS + " s:\n" + text);
    }
    return new Result(process.exitValue(), text);
  }

  /** As {@link #run}, of a program that must succeed. */
  static void runOrFail(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Result result = run(folder, command);
    if (result.exitCode() != 0) {
      fail(command + " has failed:\n" + result.output());
    }
  }

  static List<String> command(List<String> begin, String... rest) {
    List<String> command = new ArrayList<>(begin);
    command.addAll(List.of(rest));
    return command;
  }
}
