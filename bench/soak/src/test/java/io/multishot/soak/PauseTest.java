package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the soak's threads wait for one another. */
final class PauseTest {

  /** More than {@link Pause} spins and yields. */
  private static final int LOOKS_BEFORE_A_PARK = 1000;

  private volatile boolean isDone;

  @Test
  void until_onInterruptedVirtualThreads_leavesTheirCarriersToOthers() throws Exception {
    assumeTrue(Threads.VIRTUAL.areSupported());
    Harness harness = new Harness("pause", Long.MAX_VALUE, new Tally());
    CountDownLatch pastTheYields = new CountDownLatch(Runtime.getRuntime().availableProcessors());
    AtomicInteger interrupted = new AtomicInteger();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      waiting.add(
          Threads.VIRTUAL.start(
              () -> {
                Thread.currentThread().interrupt();
                AtomicInteger looks = new AtomicInteger();
                Pause.until(
                    harness,
                    () -> {
                      if (looks.incrementAndGet() == LOOKS_BEFORE_A_PARK) {
                        pastTheYields.countDown();
                      }
                      return isDone;
                    });
                interrupted.addAndGet(Thread.interrupted() ? 1 : 0);
              }));
    }
    pastTheYields.await();
    Thread other = Threads.VIRTUAL.start(() -> isDone = true);
    other.join(10_000);
    boolean hasRun = isDone;
    isDone = true;
    for (Thread each : waiting) {
      each.join();
    }
    assertTrue(hasRun, "they kept all carriers");
    assertEquals(waiting.size(), interrupted.get(), "still interrupted");
  }
}
