package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.Threads;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a soak is blind to it cannot promise: each fault must be found, and be told as what it is.
 */
@Tag("deep")
final class MutantTest {

  private static final long SEED = 20_260_101;

  /** How many it may take: whether a fault shows itself is up to the schedule. Mostly one does. */
  private static final int EPISODES = 100;

  @AfterEach
  void forget() {
    FaultyChannels.forget();
  }

  @ParameterizedTest
  @EnumSource
  void soak_ofAMutant_findsIt(Mutant mutant) throws Exception {
    if (mutant.program == Program.MEMORY) {
      assertTrue(LittleMemory.run(mutant.name()).contains(mutant.complaint), mutant.name());
      return;
    }
    boolean hangs = mutant.complaint.contains("no progress");
    Kind faulty = mutant.faulty();
    SoakFailure failure =
        assertThrows(
            SoakFailure.class, () -> soak(mutant.program, EPISODES, faulty, hangs ? 2 : 20));
    assertTrue(
        Pattern.compile(mutant.complaint).matcher(failure.getMessage()).find(),
        failure::getMessage);
  }

  /** Or the faults could be found in anything. */
  @ParameterizedTest
  @EnumSource
  void soak_withoutAMutant_findsNothing(Program program) throws InterruptedException {
    soak(program, 1, Mutant.sound(), 20);
  }

  @Test
  void soak_withoutAMutantInLittleMemory_findsNothing() throws Exception {
    assertEquals("", LittleMemory.run(LittleMemory.NO_FAULT));
  }

  static void soak(Program program, int episodes, Kind kind, int stallSeconds)
      throws InterruptedException {
    if (program == Program.RETENTION) {
      new Retention(new Tally()).check(List.of(kind), TimeUnit.SECONDS.toNanos(1));
      return;
    }
    long hotNanos = TimeUnit.MILLISECONDS.toNanos(200);
    long nanos = program == Program.ROUND_TRIP ? hotNanos : Long.MAX_VALUE;
    Limits limits = new Limits(300, nanos, hotNanos, TimeUnit.SECONDS.toNanos(stallSeconds));
    for (Episode episode : episodes(program, episodes)) {
      episode.with(kind).run(limits, new Tally());
    }
  }

  /** Of platform threads: what virtual ones allocate cannot be told. */
  static List<Episode> episodes(Program program, int count) {
    return LongStream.iterate(SEED, seed -> seed + 1)
        .mapToObj(seed -> Episode.of(seed, program))
        .filter(episode -> episode.requesters() == Threads.PLATFORM)
        .limit(count)
        .toList();
  }
}
