package io.multishot.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MillionWaitersTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void run_with2000Threads_givesEachItsOwnAnswer() throws Exception {
    assumeTrue(Threads.areVirtual(), "virtual threads came with Java 21");
    assertEquals(0, run("--threads", "2000"), err::toString);
    String printed = out.toString(StandardCharsets.UTF_8);
    assertTrue(printed.startsWith("2,000 virtual threads"), printed);
    assertTrue(printed.matches("(?s).*wrong answers +0 +0\\R.*"), printed);
    assertTrue(printed.matches("(?s).*seconds, median +[0-9.]+ +[0-9.]+ +[0-9.]+\\R.*"), printed);
  }

  @Test
  void run_withoutVirtualThreads_asksForJava21() throws Exception {
    assumeFalse(Threads.areVirtual(), "there are virtual threads");
    assertEquals(2, run());
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("Java 21"), err::toString);
  }

  @Test
  void run_withABadArgument_returns2AndNamesIt() throws Exception {
    assertEquals(2, run("--threads", "none"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("none"), err::toString);
    assertEquals(2, run("--threads", "0"));
    assertEquals(2, run("--threads"));
    assertEquals(2, run("2000"));
    assertEquals(0, run("--help"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("--threads N"), out::toString);
  }

  private int run(String... args) throws InterruptedException {
    return MillionWaiters.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
