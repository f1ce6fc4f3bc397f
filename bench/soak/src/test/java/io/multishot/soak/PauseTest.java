package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the soak's threads wait for one another. */
final class PauseTest {

  private volatile boolean isDone;

  @Test
  void until_onInterruptedVirtualThreads_leavesTheirCarriersToOthers() throws Exception {
    assumeTrue(Threads.VIRTUAL.areSupported());
    Harness harness = new Harness("pause", Long.MAX_VALUE, new Tally());
    AtomicInteger interrupted = new AtomicInteger();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      waiting.add(
          Threads.VIRTUAL.start(
              () -> {
                Thread.currentThread().interrupt();
                Pause.until(harness, () -> isDone);
                interrupted.addAndGet(Thread.interrupted() ? 1 : 0);
              }));
    }
    Thread.sleep(200); // until they would park
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
