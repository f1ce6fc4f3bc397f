package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread allocates, by its own account. */
final class Allocated {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** As many as it takes until a busy machine has compiled everything. */
  private static final int ROUNDS = 10;

  private Allocated() {}

  /** Fails if each round of shots allocates. Every round is run, for another thread may count. */
  static void assertNothing(TestThreads.Task round) throws Exception {
    assertEquals(0, least(round));
  }

  /**
   * The least that a round allocates. The first loads classes, and any may allocate some bytes
   * where the virtual machine links or recompiles something; all of them do only if the shots do.
   */
  static long least(TestThreads.Task round) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Does the same so many times. */
  static TestThreads.Task times(int times, TestThreads.Task task) {
    return () -> {
      for (int i = 0; i < times; i++) {
        task.run();
      }
    };
  }
}
