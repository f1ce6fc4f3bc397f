package io.multishot.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts virtual machines as this one is, and reads what they tell. */
final class Launcher {

  /** How long a virtual machine may take for what is not soaking: to start, and to end. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** What a fork did. */
  record Result(Tally tally, boolean isFailed) {}

  private final PrintStream out;

  /**
   * Makes a launcher.
   *
   * @param out where the reports of failures go
   */
  Launcher(PrintStream out) {
    this.out = out;
  }

  /** Whether this JDK has that collector. */
  boolean has(Collector collector) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(java(), collector.option, "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  /** Runs a fork to its end. If it fails, what is printed tells why. */
  Result run(ForkPlan fork, Duration time, Duration stall, Scope scope)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(fork.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Fork.class.getName());
    command.add(Long.toString(fork.seed()));
    command.add(Long.toString(time.toMillis()));
    command.add(Long.toString(stall.toMillis()));
    command.add(Integer.toString(fork.compilation().slowness));
    command.add(scope.name());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread onExit = new Thread(process::destroyForcibly, "end of soak");
    Runtime.getRuntime().addShutdownHook(onExit);
    AtomicReference<@Nullable Tally> told = new AtomicReference<>();
    Thread reader = new Thread(() -> read(process, told), "output of " + fork);
    reader.start();
    try {
      Duration most = time.plus(stall).plus(GRACE);
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        out.println(fork + " did not end within " + most.toSeconds() + " s");
        process.destroyForcibly();
      }
    } finally {
      process.destroyForcibly();
      reader.join();
      Runtime.getRuntime().removeShutdownHook(onExit);
    }
    int code = process.waitFor();
    Tally tally = told.get();
    boolean isFailed = code != 0 || tally == null;
    if (isFailed) {
      out.println(fork + " ended with " + code + ": " + String.join(" ", command));
    }
    return new Result(tally != null ? tally : new Tally(), isFailed);
  }

  private void read(Process process, AtomicReference<@Nullable Tally> told) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Fork.TALLY)) {
          told.set(Tally.parse(line.substring(Fork.TALLY.length())));
        } else {
          out.println(line);
        }
      }
    } catch (IOException e) {
      out.println("lost the output of a fork: " + e);
    }
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }
}
