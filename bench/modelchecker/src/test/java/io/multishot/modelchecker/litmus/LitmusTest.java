package io.multishot.modelchecker.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import io.multishot.modelchecker.UnmodelledException;
import io.multishot.modelchecker.Verdict;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known outcomes of known programs: all that Java allows are seen, and no others. */
class LitmusTest {

  private static final int PREEMPTIONS = 3; // enough for each to show all outcomes

  static Stream<Arguments> outcomes() {
    Set<String> passed = Set.of("0 -1", "1 42");
    return Stream.of(
        arguments(MessagePassing.ByVolatile.class, passed),
        arguments(MessagePassing.ByReleaseAndAcquire.class, passed),
        arguments(MessagePassing.ByFences.class, passed),
        arguments(MessagePassing.ByExchange.class, passed),
        arguments(Causality.class, Set.of("0 -1", "1 42")),
        arguments(StoreBuffering.ByVolatile.class, Set.of("0 1", "1 0", "1 1")),
        arguments(StoreBuffering.ByExchangeAndVolatile.class, Set.of("0 1", "1 0", "1 1")),
        arguments(StoreBuffering.ByFullFence.class, Set.of("0 1", "1 0", "1 1")),
        arguments(StoreBuffering.ByReleaseAndAcquire.class, Set.of("0 0", "0 1", "1 0", "1 1")),
        arguments(StoreBuffering.ByExchangeAndAcquire.class, Set.of("0 0", "0 1", "1 0", "1 1")),
        arguments(StoreBuffering.ByHalfFences.class, Set.of("0 0", "0 1", "1 0", "1 1")),
        arguments(StoreBuffering.AroundAVolatileExchange.class, Set.of("0 1", "1 0", "1 1")),
        arguments(
            StoreBuffering.AroundAReleasingExchange.class, Set.of("0 0", "0 1", "1 0", "1 1")),
        arguments(Coherence.OfLoadsBuffered.class, Set.of("0 0", "0 1", "1 0")),
        arguments(Coherence.OfOpaqueLoads.class, Set.of("0 0", "0 1", "0 2", "1 1", "1 2", "2 2")),
        arguments(Coherence.OfPlainLoads.class, Set.of("0 0", "0 1", "1 0", "1 1")),
        arguments(Coherence.OfReleaseStores.class, Set.of("1 1", "1 2", "2 1", "2 2")),
        arguments(Coherence.OfVolatileStores.class, Set.of("1 2", "2 1", "2 2")),
        arguments(IndependentReads.ByVolatile.class, independentReads(false)),
        arguments(IndependentReads.ByReleaseAndAcquire.class, independentReads(true)),
        arguments(Atomicity.OfAddition.class, Set.of("0 1 3", "2 0 3")),
        arguments(Atomicity.OfLoadAndStore.class, Set.of("0 0 1", "0 0 2", "0 1 3", "2 0 3")),
        arguments(Atomicity.OfCompareAndSet.class, Set.of("1 0 1", "0 1 2")),
        arguments(Atomicity.OfWeakCompareAndSet.class, Set.of("0 0 0", "1 0 1", "0 1 2")),
        arguments(Atomicity.OfCompareAndExchange.class, Set.of("0 1 1", "2 0 2")),
        arguments(FailedComparison.ThenVolatile.class, Set.of("1", "2")),
        arguments(FailedComparison.ThenAcquire.class, Set.of("0", "1", "2")),
        arguments(Parking.UntilAFlagIsUp.class, Set.of("woken")),
        arguments(Parking.UntilInterrupted.class, Set.of("woken")),
        arguments(Parking.WithoutALoop.class, Set.of("0", "1")),
        arguments(Parking.ForSomeTime.class, Set.of("early", "late")),
        arguments(Parking.ForDataOfTheInterrupter.class, Set.of("-1", "42")),
        arguments(UnsafePublication.class, Set.of("-1", "43", "85")));
  }

  /** Every combination, but perhaps that in which the readers disagree on who was first. */
  private static Set<String> independentReads(boolean mayDisagree) {
    return Stream.of("0 0", "0 1", "1 0", "1 1")
        .flatMap(one -> Stream.of("0 0", "0 1", "1 0", "1 1").map(other -> one + " " + other))
        .filter(both -> mayDisagree || !both.equals("1 0 1 0"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void whatIsAllowedIsSeenAndNothingElse(Class<? extends Scenario> program, Set<String> expected) {
    Verdict verdict = ModelChecker.of(program).check().orThrow();
    assertTrue(verdict.isExhausted());
    assertEquals(expected, verdict.outcomes().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void fewPreemptionsShowTheSame(Class<? extends Scenario> program, Set<String> expected) {
    Verdict verdict = ModelChecker.of(program).withPreemptions(PREEMPTIONS).check().orThrow();
    assertTrue(verdict.isExhausted());
    assertEquals(expected, verdict.outcomes().keySet());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(MessagePassing.ByOpaqueStore.class, "data race"),
        arguments(MessagePassing.ByOpaqueLoad.class, "data race"),
        arguments(MessagePassing.ByAcquiringExchange.class, "data race"),
        arguments(MessagePassing.ByWhatOverwritesARelease.class, "data race"),
        arguments(Parking.ForDataOfTheUnparker.class, "data race"),
        arguments(Parking.WithTheUnparkFirst.class, "lost wake-up"),
        arguments(Parking.WithAnAcquireLoad.class, "lost wake-up"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whatIsWrongIsFoundAndTold(Class<? extends Scenario> program, String told) {
    Verdict.Failure failure = ModelChecker.of(program).check().failure();
    assertNotNull(failure);
    assertTrue(failure.cause().toString().contains(told), failure.cause()::toString);
    assertTrue(failure.trace().contains("Parking.java") || told.equals("data race"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Unmodelled.SynchronizedStatement.class,
        Unmodelled.SynchronizedMethod.class,
        Unmodelled.StaticVariable.class,
        Unmodelled.AtomicClass.class,
        Unmodelled.ConcurrentCollection.class,
        Unmodelled.SharedCollection.class,
        Unmodelled.StartedThread.class,
        Unmodelled.Sleep.class,
        Unmodelled.Deadline.class,
        Unmodelled.WallClock.class,
        Unmodelled.MethodReference.class
      })
  void whatIsNotModelledIsRefused(Class<? extends Scenario> program) {
    assertThrows(UnmodelledException.class, ModelChecker.of(program)::check);
  }

  @Test
  void whatHasAModelIsCheckedByThat() {
    ModelChecker refused = ModelChecker.of(Modelled.ByACounter.class);
    assertThrows(UnmodelledException.class, refused::check);
    Verdict verdict = refused.replacing(AtomicInteger.class, Modelled.Counter.class).check();
    assertEquals(Set.of("0 1", "1 0"), verdict.orThrow().outcomes().keySet());
  }

  @Test
  void aSetUpThatFailsIsTold() {
    Verdict.Failure failure = ModelChecker.of(Modelled.WhoseSetUpFails.class).check().failure();
    assertNotNull(failure);
    assertEquals("not set up", failure.cause().getMessage());
  }

  @Test
  void whatIsSkippedDoesNothing() {
    ModelChecker refused = ModelChecker.of(Unmodelled.StaticVariable.class);
    Verdict verdict = refused.skipping(Unmodelled.StaticVariable.class.getName(), "reach").check();
    assertTrue(verdict.holds());
  }

  @Test
  void aMailboxKeepsTheOrder() {
    Verdict verdict = ModelChecker.of(Modelled.ByAMailbox.class).check().orThrow();
    assertEquals(Set.of("13"), verdict.outcomes().keySet());
  }

  @ParameterizedTest
  @ValueSource(classes = {Spinning.ForAFlag.class})
  void whoSpinsSeesInTheEnd(Class<? extends Scenario> program) {
    assertNull(ModelChecker.of(program).withPreemptions(2).check().failure());
  }

  @ParameterizedTest
  @ValueSource(classes = {Spinning.ForNothing.class})
  void whoSpinsForEverIsFound(Class<? extends Scenario> program) {
    Verdict.Failure failure = ModelChecker.of(program).withPreemptions(2).check().failure();
    assertNotNull(failure);
    assertTrue(failure.cause().toString().contains("livelock"));
  }

  /** What the search leaves out must not matter. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theReducedSearchShowsWhatAllSchedulesShow(long seed) {
    assertReductionIsSound(seed, 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("deep")
  void theReducedSearchShowsWhatAllSchedulesOfLongerProgramsShow(long seed) {
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
