package io.multishot.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program has printed that ran in a virtual machine of its own, on this class path.
 *
 * @param lines without the last, which says that it has come to its end
 * @param end the last line
 */
record Fork(List<String> lines, String end) {

  private static final long PATIENCE_SECONDS = 300;

  static Fork run(Class<?> program, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(program.getName());
    command.addAll(arguments);
    Path output = Files.createTempFile("fork", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      try {
        boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> lines = Files.readAllLines(output);
        if (!isOver || process.exitValue() != 0 || lines.isEmpty()) {
          String how = isOver ? "ended with " + process.exitValue() : "hangs";
          throw new AssertionError(command + " " + how + ":\n" + String.join("\n", lines));
        }
        int last = lines.size() - 1;
        return new Fork(lines.subList(0, last), lines.get(last));
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.delete(output);
    }
  }
}
