package io.multishot.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuickStartTest {

  @Test
  void main_withoutArguments_printsTheDefaultPrices() throws Exception {
    assertEquals(
        """
        99.98 is 9998 cents
        100.25 is 10025 cents
        101 is 10100 cents
        """,
        run());
  }

  @Test
  void main_withPrices_printsTheirCents() throws Exception {
    assertEquals("0.01 is 1 cents\n7 is 700 cents\n", run("0.01", "7"));
  }

  @Test
  void main_withABadPrice_printsTheWorkersFailure() throws Exception {
    assertEquals(
        """
        7 is 700 cents
        failed: 'x' is no price such as 100.25
        """,
        run("7", "x", "8"));
  }

  @Test
  void main_withHelp_printsTheUsage() throws Exception {
    assertEquals(
        "Usage: QuickStart [price ...]   tells prices such as 100.25 in cents\n", run("--help"));
  }

  private static String run(String... args) throws Exception {
    return Output.of(() -> QuickStart.main(args));
  }
}
