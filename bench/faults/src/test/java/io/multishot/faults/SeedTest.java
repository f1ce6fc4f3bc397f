package io.multishot.faults;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.multishot.faults.Explorer.Scope;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trials find what is wrong: each mutant shows a kind that the runtime does not show. */
class SeedTest {

  @ParameterizedTest
  @EnumSource
  void explore_findsTheMutant(Seed seed) {
    Findings findings = new Findings();
    Scope scope =
        new Scope(
            seed.kinds(), false, EnumSet.allOf(Fault.class), () -> !findings.unknown().isEmpty());
    seed.explorer(new InjectingLoader(seed)).explore(scope, findings);
    System.out.println("Seed " + seed + " shows " + findings.unknown());
    assertNotEquals(List.of(), findings.unknown(), "found only what is there without the seed");
  }
}
