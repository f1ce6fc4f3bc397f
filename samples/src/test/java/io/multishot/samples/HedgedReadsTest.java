package io.multishot.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HedgedReadsTest {

  @Test
  void main_withAReplicaThatStalls_readsAllAndLeavesNoSlotInUse() throws Exception {
    assertEquals(
        """
        the sum of 20 squares is 2870
        hedged at least 4 times: true
        slots in use: 0
        """,
        Output.of(() -> HedgedReads.main(new String[0])));
  }
}
