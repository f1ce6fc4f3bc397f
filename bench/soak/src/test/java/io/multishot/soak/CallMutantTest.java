package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.fixtures.Threads;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a soak of calls is blind to it cannot promise. */
final class CallMutantTest {

  private static final int EXCHANGES = 50;
  private static final long SHORT_STALL = TimeUnit.SECONDS.toNanos(1);

  @ParameterizedTest
  @EnumSource
  void exchange_overCallsWithAFault_findsIt(FaultyCalls fault) {
    assertThrows(SoakFailure.class, () -> exchange(fault.callers(), EXCHANGES, SHORT_STALL));
  }

  @ParameterizedTest
  @EnumSource
  void exchange_overCallsOfEachKind_findsNothing(CallKind kind) throws InterruptedException {
    exchange(kind::open, 2, TimeUnit.SECONDS.toNanos(30));
  }

  @Test
  void exchange_onVirtualThreads_findsNothing() throws InterruptedException {
    Threads threads = Threads.VIRTUAL.areSupported() ? Threads.VIRTUAL : Threads.PLATFORM;
    exchange(CallKind.BOXED::open, 2, TimeUnit.SECONDS.toNanos(30), threads);
  }

  private static void exchange(Supplier<Calls> callers, int times, long stallNanos)
      throws InterruptedException {
    exchange(callers, times, stallNanos, Threads.PLATFORM);
  }

  private static void exchange(Supplier<Calls> callers, int times, long stallNanos, Threads threads)
      throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Harness harness = new Harness("call exchange", stallNanos, new Tally());
      CallExchange exchange = new CallExchange(harness, callers, Mix.of(i));
      exchange.start(threads, threads, 400, () -> false);
      harness.join();
      exchange.check(stallNanos);
    }
  }
}
