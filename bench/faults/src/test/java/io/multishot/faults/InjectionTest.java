package io.multishot.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.faults.Explorer.Scope;
import io.multishot.faults.Explorer.Summary;
import io.multishot.fixtures.LastRun;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at whichever allocation or call, the channel goes on. */
class InjectionTest {

  private static final int LEAST_POINTS = 10_000;
  private static final int LEAST_SLAB_POINTS = 500;
  private static final int LEAST_CALL_POINTS = 300;

  @Test
  void error_atAnyPoint_leavesTheChannelAsPromised() {
    Findings findings = new Findings();
    Summary summary = explore(Scope.all(), findings);
    LastRun.note("errors", "%s", summary);
    assertTrue(summary.points() > LEAST_POINTS, "points: " + summary.points());
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  void error_atAnyPointOfASlab_leavesTheSlabAsPromised() {
    Findings findings = new Findings();
    Summary summary =
        new InjectingLoader(UnaryOperator.identity())
            .slabExplorer()
            .explore(Explorer.slabs(), findings);
    LastRun.note("errors, slabs", "%s", summary);
    assertTrue(summary.points() > LEAST_SLAB_POINTS, "points: " + summary.points());
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  void error_atAnyPointOfACall_leavesBothSidesAsPromised() {
    Findings findings = new Findings();
    Summary summary =
        new InjectingLoader(UnaryOperator.identity())
            .callExplorer()
            .explore(Explorer.calls(), findings);
    LastRun.note("errors, calls", "%s", summary);
    assertTrue(summary.points() > LEAST_CALL_POINTS, "points: " + summary.points());
    assertEquals(List.of(), findings.unknown(), findings::toString);
  }

  @Test
  @Tag("deep")
  void error_atAnyPointThenAnyUse_leavesTheChannelAsPromised() {
    Findings findings = new Findings();
    Summary summary =
        explore(
            new Scope(Explorer.CHANNELS, true, EnumSet.allOf(Fault.class), () -> false), findings);
    LastRun.note("errors, all uses", "%s", summary);
    Set<String> reached = summary.sites().stream().map(Site::id).collect(Collectors.toSet());
    Injector.sites().stream()
        .filter(each -> !reached.contains(each.id()))
        .forEach(each -> System.out.println("  not reached: " + each));
    assertEquals(List.of(), findings.unknown(), findings::toString);
    assertEquals(List.of(), findings.gone(), "in KNOWN.md, and mended");
  }

  private static Summary explore(Scope scope, Findings findings) {
    return new InjectingLoader(UnaryOperator.identity()).explorer().explore(scope, findings);
  }
}
