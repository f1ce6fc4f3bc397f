package io.multishot.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HotPairTest {

  @Test
  void main_withANumber_asksSoOftenAndEndsThePricingThread() throws Exception {
    String printed = run("2000");
    assertTrue(
        printed.matches(
            """
            2,000 questions, the answers sum up to 4,003,000\\.0
            [0-9,]+ round trips per second
            the pricing thread has ended
            """),
        printed);
  }

  @Test
  void main_withBadArguments_printsTheUsage() throws Exception {
    String usage = "Usage: HotPair [questions]   asks so often, 1 to 1000000000\n";
    assertEquals(usage, run("--help"));
    assertEquals(usage, run("0"));
    assertEquals(usage, run("1", "2"));
  }

  private static String run(String... args) throws Exception {
    return Output.of(() -> HotPair.main(args));
  }
}
