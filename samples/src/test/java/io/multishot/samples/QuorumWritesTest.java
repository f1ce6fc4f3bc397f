package io.multishot.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuorumWritesTest {

  @Test
  void main_withReplicasThatFail_writesIfThreeConfirm() throws Exception {
    assertEquals(
        """
        0 of 5 fail: written
        slots in use: 0
        2 of 5 fail: written
        slots in use: 0
        3 of 5 fail: no quorum
        slots in use: 0
        """,
        Output.of(() -> QuorumWrites.main(new String[0])));
  }
}
