package io.multishot.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.faults.trial.CallStackDepth;
import io.multishot.faults.trial.SlabStackDepth;
import io.multishot.faults.trial.StackDepth;
import io.multishot.faults.trial.StackMain;
import io.multishot.fixtures.LastRun;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations for which the stack has no room leave the channel as promised. */
class StackDepthTest {

  private static final long SMALL_STACK = 256 * 1024;

  @Test
  void stackOverflow_atAnyDepth_leavesTheChannelAsPromised() throws Exception {
    Findings findings = new Findings();
    StackDepth depth = new StackDepth(SMALL_STACK, findings);
    depth.exploreSome(List.of("record"));
    LastRun.note("end of the stack", "%s", depth);
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  void stackOverflow_atAnyDepthOfASlabsOperation_leavesTheSlabAsPromised() throws Exception {
    Findings findings = new Findings();
    SlabStackDepth depth = new SlabStackDepth(SMALL_STACK, findings);
    depth.exploreSome(List.of("slab of messages"));
    LastRun.note("end of the stack, slabs", "%s", depth);
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  @Tag("deep")
  void stackOverflow_atAnyDepthOfAnySlabsOperation_leavesTheSlabAsPromised() throws Exception {
    Findings findings = new Findings();
    SlabStackDepth depth = new SlabStackDepth(SMALL_STACK, findings);
    depth.exploreAll(Explorer.SLABS);
    LastRun.note("end of the stack, all slabs", "%s", depth);
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  void stackOverflow_atAnyDepthOfACallsOperation_leavesBothSidesAsPromised() throws Exception {
    Findings findings = new Findings();
    CallStackDepth depth = new CallStackDepth(SMALL_STACK, findings);
    depth.exploreAll(Explorer.CALLS);
    LastRun.note("end of the stack, calls", "%s", depth);
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-Xcomp", "-Xmixed"})
  @Tag("deep")
  void stackOverflow_inOtherVirtualMachines_leavesTheChannelAsPromised(String option)
      throws Exception {
    assertNothingUnknown(List.of(option, "-Xss256k"), "operations", "unpadded", "record");
  }

  @Test
  void firstWait_nearTheEndOfTheStack_leavesTheChannelUsable() throws Exception {
    assertNothingUnknown(List.of("-Xss256k"), "first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-Xcomp"})
  @Tag("deep")
  void firstWait_nearTheEndInOtherVirtualMachines_leavesTheChannelUsable(String option)
      throws Exception {
    assertNothingUnknown(List.of(option, "-Xss256k"), "first");
  }

  @Test
  void ringOfHandlers_thatOverflowsTheStack_leavesEveryChannelUsable() throws Exception {
    assertEquals(List.of(), Findings.unknown(StackMain.ring()));
  }

  private static void assertNothingUnknown(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Fork fork = Fork.run(StackMain.class, options, List.of(arguments));
    System.out.println("Stack depth, " + options + " " + fork.end());
    List<String> kinds = fork.lines().stream().filter(line -> !line.startsWith(" ")).toList();
    assertEquals(List.of(), Findings.unknown(kinds), () -> String.join("\n", fork.lines()));
  }
}
