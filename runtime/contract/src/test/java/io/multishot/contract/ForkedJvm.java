package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that has run in a virtual machine of its own, of this kind and on this class path. */
record ForkedJvm(int exitCode, String output) {

  /** Runs {@code main} with these options of the virtual machine and arguments of the program. */
  static ForkedJvm run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    File output = File.createTempFile("forked", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      builder.redirectErrorStream(true).redirectOutput(output);
      return await(builder.start(), output.toPath());
    } finally {
      Files.delete(output.toPath());
    }
  }

  private static ForkedJvm await(Process process, Path output)
      throws IOException, InterruptedException {
    try {
      boolean isOver = process.waitFor(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      String printed = Files.readString(output);
      if (!isOver) {
        throw new AssertionError("hangs, after it has printed: " + printed);
      }
      return new ForkedJvm(process.exitValue(), printed);
    } finally {
      process.destroyForcibly();
    }
  }

  void assertSucceeded() {
    assertEquals(0, exitCode, output);
  }

  void assertFailed() {
    assertNotEquals(0, exitCode, output);
  }
}
