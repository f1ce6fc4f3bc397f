package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.fixtures.Threads;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a soak of slabs is blind to it cannot promise. */
@Tag("deep")
final class SlabMutantTest {

  private static final int EXCHANGES = 50;

  @ParameterizedTest
  @EnumSource
  void exchange_overASlabWithAFault_findsIt(FaultyReplies fault) {
    assertThrows(SoakFailure.class, () -> exchange(fault.slabs(), EXCHANGES));
  }

  @Test
  void exchange_overASlabWithoutAFault_findsNothing() throws InterruptedException {
    exchange(SlabKind.LONG::open, 3);
  }

  private static void exchange(IntFunction<Replies> slabs, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Harness harness = new Harness("slab exchange", TimeUnit.SECONDS.toNanos(2), new Tally());
      SlabExchange exchange = new SlabExchange(harness, slabs, Mix.of(i));
      exchange.start(Threads.PLATFORM, Threads.PLATFORM, 300, () -> false);
      harness.join();
      exchange.check();
    }
  }
}
