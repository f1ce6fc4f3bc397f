package io.multishot.modelchecker.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.UnmodelledException;
import io.multishot.modelchecker.Verdict;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of {@code LITMUS.md}, and what else the checker is asked for. */
class LitmusTest {

  private static final int PREEMPTIONS = 3; // enough for each to show all outcomes

  static Stream<Arguments> outcomes() {
    return LitmusTable.rows("Outcomes");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void check_seesAllOutcomesAndNoOthers(Class<? extends Scenario> program, String outcomes) {
    Verdict verdict = ModelChecker.of(program).check().orThrow();
    assertTrue(verdict.isExhausted());
    assertEquals(Set.of(outcomes.split(" · ")), verdict.outcomes().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void withPreemptions_seesTheSameOutcomes(Class<? extends Scenario> program, String outcomes) {
    Verdict verdict = ModelChecker.of(program).withPreemptions(PREEMPTIONS).check().orThrow();
    assertTrue(verdict.isExhausted());
    assertEquals(Set.of(outcomes.split(" · ")), verdict.outcomes().keySet());
  }

  static Stream<Arguments> failures() {
    return LitmusTable.rows("Failures");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void check_tellsTheFailure(Class<? extends Scenario> program, String told) {
    Verdict.Failure failure = ModelChecker.of(program).check().failure();
    assertNotNull(failure);
    assertTrue(failure.cause().toString().contains(told), failure.cause()::toString);
    assertTrue(failure.trace().contains("Parking.java") || told.equals("data race"));
  }

  static Stream<Arguments> refused() {
    return LitmusTable.rows("Refused");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void check_refusesWhatIsNotModelled(Class<? extends Scenario> program) {
    assertThrows(UnmodelledException.class, ModelChecker.of(program)::check);
  }

  @Test
  void replacing_checksTheModelInThePlaceOfTheClass() {
    ModelChecker refused = ModelChecker.of(Modelled.ByACounter.class);
    assertThrows(UnmodelledException.class, refused::check);
    Verdict verdict = refused.replacing(AtomicInteger.class, Modelled.Counter.class).check();
    assertEquals(Set.of("0 1", "1 0"), verdict.orThrow().outcomes().keySet());
  }

  @Test
  void check_tellsASetUpThatFails() {
    Verdict.Failure failure = ModelChecker.of(Modelled.WhoseSetUpFails.class).check().failure();
    assertNotNull(failure);
    assertEquals("not set up", failure.cause().getMessage());
  }

  @Test
  void skipping_takesTheMethodToDoNothing() {
    ModelChecker refused = ModelChecker.of(Unmodelled.StaticVariable.class);
    Verdict verdict = refused.skipping(Unmodelled.StaticVariable.class.getName(), "reach").check();
    assertTrue(verdict.holds());
  }

  @ParameterizedTest
  @ValueSource(classes = {Unusable.WithoutThreads.class, Unusable.WithOneNameTwice.class})
  void check_ofAScenarioThatShowsNothing_fails(Class<? extends Scenario> program) {
    Verdict.Failure failure = ModelChecker.of(program).check().failure();
    assertNotNull(failure);
    assertTrue(failure.cause() instanceof IllegalArgumentException, failure.cause()::toString);
  }

  @Test
  void check_withWrongArguments_isRefused() {
    ModelChecker checker = ModelChecker.of(Unusable.WithOneThread.class);
    assertTrue(checker.check().holds());
    assertThrows(IllegalArgumentException.class, () -> checker.withPreemptions(-1));
    assertThrows(IllegalArgumentException.class, ModelChecker.of(Unusable.class)::check);
    assertThrows(
        IllegalArgumentException.class,
        ModelChecker.of(Unusable.WithOneThread.class, "an argument")::check);
    assertNotNull(checker.suspending("another").check().failure());
  }

  @Test
  void mailbox_keepsTheOrder() {
    Verdict verdict = ModelChecker.of(Modelled.ByAMailbox.class).check().orThrow();
    assertEquals(Set.of("13"), verdict.outcomes().keySet());
  }

  @ParameterizedTest
  @ValueSource(classes = {Spinning.ForAFlag.class})
  void spinning_seesTheNewestStoreInTheEnd(Class<? extends Scenario> program) {
    assertNull(ModelChecker.of(program).withPreemptions(2).check().failure());
  }

  @ParameterizedTest
  @ValueSource(classes = {Spinning.ForNothing.class})
  void spinning_forEverIsALivelock(Class<? extends Scenario> program) {
    Verdict.Failure failure = ModelChecker.of(program).withPreemptions(2).check().failure();
    assertNotNull(failure);
    assertTrue(failure.cause().toString().contains("livelock"));
    assertTrue(failure.trace().lines().count() < 300, "it is cut");
  }

  /** What the search leaves out must not matter. */
  @ParameterizedTest
  @MethodSource("seeds")
  void check_seesWhatAllSchedulesShow(long seed) {
    assertReductionIsSound(seed, 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("deep")
  void check_seesWhatAllSchedulesOfLongerProgramsShow(long seed) {
    assertReductionIsSound(seed, 3);
  }

  private static void assertReductionIsSound(long seed, int operations) {
    ModelChecker checker =
        ModelChecker.of(RandomProgram.class, String.valueOf(seed), String.valueOf(operations))
            .withSpuriousReturns(0);
    Verdict all = checker.withPreemptions(Integer.MAX_VALUE).check().orThrow();
    Verdict reduced = checker.check().orThrow();
    assertEquals(all.outcomes().keySet(), reduced.outcomes().keySet());
    assertTrue(reduced.executions() <= all.executions());
  }

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }
}
