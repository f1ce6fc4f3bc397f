package io.multishot.soak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

/** A virtual machine that has little memory, for the program that needs one. */
final class LittleMemory {

  static final String NO_FAULT = "none";

  /** Each takes a second or so. */
  private static final int EPISODES = 30;

  private LittleMemory() {}

  /** Runs {@link #main} in one, and returns what the soak has found. */
  static String run(String mutant) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx40m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LittleMemory.class.getName(),
                    mutant))
            .redirectErrorStream(true)
            .start();
    String found = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertEquals(0, process.waitFor(), found);
    return found;
  }

  /** The argument is the name of a {@link Mutant}, or {@link #NO_FAULT}. */
  public static void main(String[] args) throws InterruptedException {
    Kind faulty = args[0].equals(NO_FAULT) ? Mutant.sound() : Mutant.valueOf(args[0]).faulty();
    Tally tally = new Tally();
    Limits limits = new Limits(1, Long.MAX_VALUE, 1, Long.MAX_VALUE);
    try {
      for (Episode episode : MutantTest.episodes(Program.MEMORY, EPISODES)) {
        episode.with(faulty).run(limits, tally);
      }
    } catch (SoakFailure found) {
      System.out.println(found.getMessage());
      return;
    }
    if (tally.get(Count.OUT_OF_MEMORY) == 0) {
      throw new IllegalStateException("there was memory enough");
    }
  }
}
